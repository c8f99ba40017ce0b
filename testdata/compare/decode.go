package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/bytedance/sonic"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/sync/errgroup"
)

// decoderNames are the fastest decoder that is kept up, and the one that onrecord leaves unusual records to.
var decoderNames = []string{"sonic", "jsontext"}

// decoders take one record each. What they find is thrown away: so much does reading cost anybody.
var decoders = map[string]func(line []byte) error{
	"sonic": func(line []byte) error {
		var r record
		return sonic.ConfigFastest.Unmarshal(line, &r)
	},
	"jsontext": func(line []byte) error {
		decoder := jsontext.NewDecoder(bytes.NewBuffer(line), jsontext.AllowDuplicateNames(true))
		for {
			if _, err := decoder.ReadToken(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	},
}

// decode reads a file and decodes its lines on all processors, does nothing else, and prints how long it took.
func decode(path, with string) error {
	begin := time.Now()
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	from, err := unpack(path, file)
	if err != nil {
		return err
	}
	parts := make(chan []byte, 2*runtime.GOMAXPROCS(0))
	var group errgroup.Group
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error { return decodeParts(parts, decoders[with]) })
	}
	group.Go(func() error { return cut(from, parts) })
	if err := group.Wait(); err != nil {
		return fmt.Errorf("decoding %s: %w", path, err)
	}
	return tell(map[string]float64{"seconds": time.Since(begin).Seconds()})
}

func unpack(path string, from io.Reader) (io.Reader, error) {
	switch filepath.Ext(path) {
	case ".gz":
		return gzip.NewReader(from)
	case ".zst":
		return zstd.NewReader(from)
	}
	return from, nil
}

// cut cuts a text into parts of whole lines.
func cut(from io.Reader, parts chan<- []byte) error {
	defer close(parts)
	const size = 512 << 10
	var rest []byte
	for {
		part := make([]byte, len(rest)+size)
		n, err := io.ReadFull(from, part[copy(part, rest):])
		part = part[:len(rest)+n]
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			parts <- part
			return nil
		}
		if err != nil {
			return err
		}
		end := bytes.LastIndexByte(part, '\n') + 1
		parts <- part[:end]
		rest = part[end:]
	}
}

func decodeParts(parts <-chan []byte, one func(line []byte) error) error {
	for part := range parts {
		for len(part) > 0 {
			line, rest, _ := bytes.Cut(part, []byte("\n"))
			if err := one(line); err != nil {
				return err
			}
			part = rest
		}
	}
	return nil
}
