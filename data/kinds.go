package data

import (
	"bytes"
)

// fileKind is a kind of file that is no collection, known by its first bytes.
type fileKind struct {
	magic, name string
	at          int // where the magic bytes stand
}

// foreign lists the kinds, each with what to do about it.
func foreign() []fileKind {
	const unpack = "; unpack it"
	return []fileKind{
		{magic: "SQLite format 3\x00", name: "an SQLite database; export a table as CSV"},
		{magic: "%PDF-", name: "a PDF; its text must be written as records"},
		{magic: "PAR1", name: "a Parquet file; convert it to CSV or JSON Lines"},
		{magic: "ARROW1", name: "an Arrow file; convert it to CSV or JSON Lines"},
		{magic: "Obj\x01", name: "an Avro file; convert it to CSV or JSON Lines"},
		{magic: "\x89HDF", name: "an HDF5 file; convert it to CSV or JSON Lines"},
		{magic: "\xfd7zXZ\x00", name: "an xz archive" + unpack},
		{magic: "7z\xbc\xaf\x27\x1c", name: "a 7z archive" + unpack},
		{magic: "BZh", name: "a bzip2 archive" + unpack},
		{magic: "Rar!\x1a\x07", name: "a RAR archive" + unpack},
		{magic: "\x04\x22\x4d\x18", name: "an LZ4 archive" + unpack},
		{magic: "\x1f\x9d", name: "a compressed file" + unpack},
		{magic: "\x1f\x8b", name: "compressed twice; unpack it once"},
		{magic: "\x28\xb5\x2f\xfd", name: "compressed twice; unpack it once"},
		{magic: "ustar", name: "a tar archive" + unpack, at: 257},
		{magic: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name: "an old Office file; save it as CSV (UTF-8)"},
		{magic: "{\\rtf", name: "an RTF document; its text must be written as records"},
		{magic: "\x89PNG", name: "an image"}, {magic: "\xff\xd8\xff", name: "an image"}, {magic: "GIF8", name: "an image"},
		{magic: "\x7fELF", name: "a program"},
	}
}

// notACollection says why a file that begins like this can't be a collection, nil if it can.
func notACollection(name string, begin []byte) error {
	is := ""
	for _, kind := range foreign() {
		if len(begin) > kind.at && bytes.HasPrefix(begin[kind.at:], []byte(kind.magic)) {
			is = kind.name
			break
		}
	}
	switch first := firstLine(begin); {
	case is != "":
	case bytes.HasPrefix(begin, []byte("PK\x03\x04")) || bytes.HasPrefix(begin, []byte("PK\x05\x06")):
		is = zipKind(begin)
	case isMarkup(begin):
		is = "XML or HTML; convert it to CSV or JSON Lines"
	case bytes.Count(first[:min(len(first), 1024)], []byte{0}) > 1: // one is a slip within a record
		is = "no text: it holds NUL bytes (if it is UTF-16, save it as UTF-8)"
	default:
		return nil
	}
	return &readError{sentence: "can't read " + name + ": it is " + is}
}

// zipKind names what a ZIP archive holds, by the names of its first files.
func zipKind(begin []byte) string {
	switch {
	case bytes.Contains(begin, []byte("xl/")) || bytes.Contains(begin, []byte("opendocument.spreadsheet")):
		return "a spreadsheet; save it as CSV (UTF-8)"
	case bytes.Contains(begin, []byte("word/")) || bytes.Contains(begin, []byte("opendocument.text")):
		return "a text document; its text must be written as records"
	}
	return "a ZIP archive; unpack it"
}

// isMarkup tells whether a text begins with a tag, a declaration or a comment.
func isMarkup(begin []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(begin, []byte(byteOrderMark)), " \t\r\n")
	if len(text) < 2 || text[0] != '<' {
		return false
	}
	c := text[1] | 0x20
	return text[1] == '!' || text[1] == '?' || 'a' <= c && c <= 'z'
}

func firstLine(text []byte) []byte {
	if at := bytes.IndexAny(text, "\r\n"); at >= 0 {
		return text[:at]
	}
	return text
}
