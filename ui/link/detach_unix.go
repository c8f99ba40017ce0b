//go:build unix

package link

import (
	"os/exec"
	"syscall"
)

// detach gives the program a session of its own: a browser must survive the end of this program.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
