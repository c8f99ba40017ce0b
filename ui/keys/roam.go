package keys

// Mover is a list with a cursor.
type Mover interface {
	Move(by int)
	Page(by int)
	Half(by int)
	Home()
	End()
}

// Roam carries out the commands that move the cursor of a list; it returns false for all others.
func Roam(list Mover, id ID) bool {
	switch id {
	case Up:
		list.Move(-1)
	case Down:
		list.Move(1)
	case PageUp:
		list.Page(-1)
	case PageDown:
		list.Page(1)
	case HalfUp:
		list.Half(-1)
	case HalfDown:
		list.Half(1)
	case Top:
		list.Home()
	case Bottom:
		list.End()
	default:
		return false
	}
	return true
}
