"""The bot that we are measured against: python-telegram-bot's own echo example, with its default settings.

Run as `python -m tests.bench.peers http://127.0.0.1:PORT`.
"""

import logging
import sys

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

TOKEN = "123456:bench"  # noqa: S105 - the bench's Telegram knows no tokens


async def start(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Greets."""
    if update.message is not None:
        await update.message.reply_text("Hi")


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Says what was said."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(api: str) -> None:
    """Polls until it is stopped."""
    logging.basicConfig(format="%(asctime)s - %(name)s - %(levelname)s - %(message)s", level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    application = Application.builder().token(TOKEN).base_url(f"{api}/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(sys.argv[1])
