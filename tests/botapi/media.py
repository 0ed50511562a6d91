"""Every kind of message other than text that a person can send lives here, as the Bot API describes it."""

from .records import Json
from .world import World


def _size(world: World, name: str) -> Json:
    return world.store(b"\x89PNG\r\n\x1a\n", name) | {"width": 90, "height": 90}


def content(world: World, kind: str) -> Json:
    """The content of a message of this kind; KeyError for a kind that nobody can send here."""
    file = world.store(f"a {kind}".encode(), kind)
    samples: dict[str, Json] = {
        "photo": {"photo": [_size(world, "small"), _size(world, "large")]},
        "sticker": {
            "sticker": file
            | {
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
                "emoji": "🌱",
            }
        },
        "voice": {"voice": file | {"duration": 3, "mime_type": "audio/ogg"}},
        "audio": {"audio": file | {"duration": 3, "mime_type": "audio/mpeg"}},
        "video_note": {"video_note": file | {"length": 240, "duration": 3}},
        "video": {"video": file | {"width": 640, "height": 480, "duration": 3}},
        "animation": {
            "animation": file | {"width": 320, "height": 320, "duration": 2},
            "document": file | {"file_name": "a.gif", "mime_type": "image/gif"},
        },
        "document": {"document": file | {"file_name": "a.txt", "mime_type": "text/plain"}},
        "location": {"location": {"latitude": 38.7223, "longitude": -9.1393}},
        "contact": {"contact": {"phone_number": "+10000000000", "first_name": "Somebody"}},
        "dice": {"dice": {"emoji": "🎲", "value": 4}},
    }
    return samples[kind]
