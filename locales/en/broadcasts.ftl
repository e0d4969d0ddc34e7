broadcasts-open = 📣 Announcements
broadcasts-title = <b>Announcements</b>
broadcasts-none =
    <b>Announcements</b>

    There are none yet. Write the first one: it goes to everybody who agreed to news and promotions.
broadcasts-new = ➕ New announcement
broadcasts-line = No. { $id } · { $day } · { $state }
broadcast-state-running = on its way
broadcast-state-paused = paused
broadcast-state-done = done
broadcast-state-cancelled = cancelled
broadcast-ask-russian =
    <b>The text in Russian</b>

    Send it in one message, with bold type and links as in any chat. Up to 4000 characters with its formatting.
broadcast-ask-english =
    <b>The text in English</b>

    Send it for those who read English, or let everybody have the Russian one.
broadcast-same = The Russian text for all
broadcast-confirm = { $count ->
    [0] Nobody has agreed to announcements yet, so there is nobody to send it to.
    [one] This is what people will see. { $count } person has agreed to announcements.
   *[other] This is what people will see. { $count } people have agreed to announcements.
}
broadcast-publish = 📣 Send
broadcast-rewrite = ✏️ Write it anew
broadcast-title = <b>Announcement No. { $id }</b>: { $state }
broadcast-figures =
    Got it: { $sent }
    Left: { $left }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Stopped before their turn: { $skipped }
broadcast-to-paused = ⏸ Pause
broadcast-to-running = ▶️ Continue
broadcast-to-cancelled = ✖️ Cancel
broadcast-refresh = 🔄 Refresh
broadcast-stop = 🔕 No more of these
broadcast-stopped = Done, there will be no more of these. You can turn them on again in /privacy.

error-broadcast-invalid = This text cannot be sent: it is empty or longer than 4000 characters with its formatting. Send a shorter one.
