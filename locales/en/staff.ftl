staff-find = 🔎 Find a cabinet
staff-none = none
staff-number =
    <b>Whose cabinet?</b>

    Type its number: nine digits. The search is written into the log.
staff-masked =
    <b>Cabinet No. { $number }</b>

    Name: { $name }
    Phone: { $phone }
    E-mail: { $email }
staff-open = Open the data in full
staff-reason =
    <b>Why open the data?</b>

    Type the reason, at least { $least } characters: it stays in the log. The data come as a message of their own, which deletes itself after { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
staff-opened = The reason is written down. The data come as a message below, which is deleted after { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
staff-another = Another cabinet
staff-personal =
    <b>Cabinet No. { $number }</b>
    This message is deleted after { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
