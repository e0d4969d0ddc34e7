paper-page = Page { $number } of { $count }
