//go:build !unix

package link

import "os/exec"

// detach does nothing where a started program is detached already.
func detach(*exec.Cmd) {}
