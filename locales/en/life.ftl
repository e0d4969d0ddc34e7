error-bad-tracking = This does not look like a tracking number. Send the number (letters, digits and hyphens, 4 to 40 of them) or a link to follow it.
error-note-empty = The message is empty. Write at least a word or two.
error-no-return = An order can be returned within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after you receive it, and these are over. If something is wrong with the goods, write to us: /support
