paper-page = Страница { $number } из { $count }
