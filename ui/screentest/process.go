//go:build unix

package screentest

import (
	"os"
	"os/exec"
	"reflect"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// Process is a program in a process of its own, on a pseudo-terminal that is its controlling terminal.
type Process struct {
	*Terminal
	cmd           *exec.Cmd
	master        *os.File
	gone          chan struct{} // closed when the process has ended
	before, after *term.State
}

// Run starts a program. Unless the test has ended it before, it is killed at the end of the test.
func Run(tb testing.TB, o Options, cmd *exec.Cmd) *Process {
	tb.Helper()
	master, slave := open(tb, o)
	before, err := term.GetState(slave.Fd())
	if err != nil {
		tb.Fatal(err)
	}
	if master, err = pollable(master); err != nil {
		tb.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	p := &Process{Terminal: newTerminal(tb, o, master), cmd: cmd, master: master, gone: make(chan struct{}), before: before}
	p.resize = func(size pty.Winsize) error { return pty.Setsize(master, &size) }
	go p.show(master)
	go p.watch(slave)
	tb.Cleanup(func() {
		cmd.Process.Kill()
		p.waitForEnd()
		p.hangUp()
		master.Close()
	})
	return p
}

// pollable returns a file of which closing ends a read that waits, as it does not where reading blocks.
func pollable(file *os.File) (*os.File, error) {
	defer file.Close()
	fd, err := syscall.Dup(int(file.Fd()))
	if err != nil {
		return nil, err
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), file.Name()), nil
}

// show puts on the screen what comes, until the other side is closed and all has been read.
func (p *Process) show(master *os.File) {
	defer close(p.ended)
	buf := make([]byte, 1<<16)
	for {
		n, err := master.Read(buf)
		p.feed(buf[:n])
		if err != nil {
			return
		}
	}
}

// watch waits for the end of the process, and looks at how it leaves the terminal.
func (p *Process) watch(slave *os.File) {
	p.err = p.cmd.Wait()
	p.after, _ = term.GetState(slave.Fd())
	slave.Close()
	close(p.gone)
}

// Signal sends a signal to the process.
func (p *Process) Signal(s os.Signal) {
	p.tb.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.tb.Fatal(err)
	}
}

// HangUp takes the terminal away.
func (p *Process) HangUp() {
	p.hangUp()
	p.master.Close()
}

// ExitCode waits until the program has ended, and returns its exit code; -1 if a signal ended it.
func (p *Process) ExitCode() int {
	p.tb.Helper()
	p.waitForEnd()
	<-p.gone
	return p.cmd.ProcessState.ExitCode()
}

// Restored tells, after the end, whether the settings of the terminal line are what they were at the start.
func (p *Process) Restored() bool { return reflect.DeepEqual(p.before, p.after) }
