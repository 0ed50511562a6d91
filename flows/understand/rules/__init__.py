"""What people say, as data: one file per question and language, each rule with its examples beside it."""
