goods-head-refused = { $count ->
    [one] В файле { $count } ошибка, поэтому ничего не изменено.
    [few] В файле { $count } ошибки, поэтому ничего не изменено.
   *[many] В файле { $count } ошибок, поэтому ничего не изменено.
}
goods-head-same = Всё уже так, как в файле: менять нечего.
goods-head-would = Новых строк: { $added }, изменится: { $changed }, без изменений: { $same }, картинок: { $pictures }.
goods-head-applied = Готово. Новых строк: { $added }, изменено: { $changed }, без изменений: { $same }, картинок: { $pictures }.
goods-report-more = …и ещё { $count }
goods-report-category = Новый раздел: { $name }
goods-report-series = Новая линия: { $name }
goods-report-new = строка { $line } · { $code } · { $name }: новое
goods-report-changed = строка { $line } · { $code } · { $name }: { $what }
goods-report-album = { $code }: { $count ->
    [one] { $count } картинка
    [few] { $count } картинки
   *[many] { $count } картинок
}
goods-report-photo = { $code }: своя картинка
goods-report-ignored = Незнакомые столбцы пропущены: { $columns }
goods-difference = { $column }: { $before } → { $after }
goods-empty = пусто
goods-yes = да
goods-no = нет

goods-problem-line = строка { $line }, «{ $column }»: { $what }
goods-problem-missing = нужно заполнить
goods-problem-twice = такой артикул уже есть в строке { $value }
goods-problem-code = код из букв, цифр, точек и дефисов, до 32 знаков; здесь «{ $value }»
goods-problem-price = цена числом, например 1290 или 1290,50; здесь «{ $value }»
goods-problem-price-range = цена больше нуля и не выше 10 000 000 ₽; здесь «{ $value }»
goods-problem-count = целое число; здесь «{ $value }»
goods-problem-count-range = число от 0 до 1 000 000; здесь «{ $value }»
goods-problem-weeks = недели от 1 до 520; здесь «{ $value }»
goods-problem-colour = цвет в виде #B0413E; здесь «{ $value }»
goods-problem-yes-no = «да» или «нет»; здесь «{ $value }»
goods-problem-skin = типы кожи через запятую: нормальная, сухая, жирная, комбинированная, чувствительная; здесь «{ $value }»
goods-problem-form = такой упаковки нет; здесь «{ $value }»
goods-problem-long = слишком длинный текст: «{ $value }…»
goods-problem-characters = знаки, которых в тексте не бывает: «{ $value }»
goods-problem-formula = это похоже на формулу: «{ $value }». Если это текст, поставьте перед ним апостроф
goods-problem-differs = у этого товара в строке { $value } указано другое
goods-problem-moved = этот артикул принадлежит товару { $value }
goods-problem-shade = у оттенка должны быть и название, и цвет
goods-problem-picture-code = картинка «{ $value }»: в названии нет кода, который есть в каталоге или в файле
goods-problem-picture = «{ $value }» не открывается как картинка JPEG, PNG или WEBP
goods-problem-picture-size = картинка «{ $value }» больше 20 МБ
goods-problem-picture-pixels = картинка «{ $value }» слишком мала или больше 50 мегапикселей
goods-problem-size = Файл слишком большой: таблица до 48 МБ, архив с картинками до 2 ГБ.
goods-problem-empty = Файл пуст.
goods-problem-nul = В файле нулевые байты: это не таблица или она повреждена. Сохраните её заново в CSV UTF-8 или XLSX.
goods-problem-encoding = Не получилось понять кодировку. Сохраните файл в CSV UTF-8 или XLSX.
goods-problem-csv = Таблица повреждена около строки { $value }: проверьте кавычки.
goods-problem-no-columns = Не нашлось строки с названиями столбцов. Нужны хотя бы «артикул» и ещё один столбец; образец даёт выгрузка.
goods-problem-column-twice = Столбец «{ $value }» встречается дважды.
goods-problem-columns = Слишком много столбцов: бывает до 200.
goods-problem-rows = Слишком много строк: за один раз до 100 000.
goods-problem-xlsx = Это не таблица XLSX, или она повреждена.
goods-problem-xls = Это старый формат XLS. Сохраните файл как XLSX.
goods-problem-xml = XML повреждён или обрывается.
goods-problem-no-feed = Это не YML: внутри нет товаров.
goods-problem-entities = В XML есть свои сущности. Такой файл не читаем: сохраните его без них.
goods-problem-bomb = Архив распаковывается во что-то огромное: { $value }. Такой файл не читаем.
goods-problem-broken = Архив повреждён: { $value }
goods-problem-password = Архив под паролем: { $value }
goods-problem-tables = В архиве несколько таблиц, а нужна одна: { $value }
goods-problem-memory = Файл не удалось прочитать: он слишком велик внутри или повреждён.
goods-problem-time = Файл читается слишком долго. Разделите его на части.

goods-open = 📥 Товары из файла
goods-files =
    <b>Товары файлом</b>

    Пришлите таблицу CSV, XLSX или YML файлом: можно в ZIP вместе с картинками, названными по артикулам (40-0401.jpg). Сначала покажу, что изменится, и только по вашей кнопке изменю.

    Чтобы увидеть, какие бывают столбцы, возьмите выгрузку. Пустая ячейка ничего не меняет, прочерк стирает.
goods-export = ⬇️ { $form }
goods-taken = Файл получен. Читаю и сравниваю с каталогом: ответ придёт сообщением ниже.
goods-dropped = Хорошо, этот файл отложен. В каталоге ничего не изменилось.
goods-apply = ✅ Применить
goods-drop = Не надо
goods-toast-approved = Применяю…
goods-toast-applied = Уже применено
goods-toast-refused = Этот файл уже не применить
goods-toast-checked = Проверяю…
goods-toast-waiting = Проверяю…
goods-toast-export = Готовим файл, он придёт сообщением
goods-progress-reading = ⏳ Читаю файл…
goods-progress-rows = ⏳ Читаю файл: строк { $count }
goods-progress-pictures = ⏳ Смотрю картинки: { $count }
goods-progress-writing = ⏳ Записываю в каталог: { $count }
goods-report =
    <b>{ $name }</b>

    { $head }

    { $lines }
goods-report-file = Весь отчёт построчно
goods-failed =
    <b>{ $name }</b>

    Файл не удалось получить или прочитать. В каталоге ничего не изменилось: пришлите его ещё раз.
goods-exported = Все товары: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}. Измените и пришлите обратно: /import
expected-importing-file = Сейчас нужен файл CSV, XLSX, YML или ZIP. Чтобы выйти, нажмите /cancel.
error-file-too-large =
    <b>Файл больше 20 МБ</b>

    Столько Telegram боту не отдаёт. Разделите его на части, сожмите картинки или попросите администратора сервера загрузить его командой.
command-import = Товары из файла
