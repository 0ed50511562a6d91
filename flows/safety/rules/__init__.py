"""What people in need say, as data: one file per language, each rule with its examples beside it."""
