privacy-open-consents = My consents
privacy-consents = <b>Your consents</b>
privacy-consents-none =
    <b>No consents</b>

    You have given none, or all of them are withdrawn.
privacy-consent-cabinet =
    ✅ <b>Personal cabinet</b>
    Given { $at }, version { $version }
privacy-consent-promotions =
    ✅ <b>Promotions</b>
    Given { $at }, version { $version }
privacy-consent-photo =
    ✅ <b>Photo</b>
    Given { $at }, version { $version }
privacy-withdraw-cabinet = Withdraw: cabinet
privacy-withdraw-promotions = Withdraw: promotions
privacy-withdraw-photo = Withdraw: photo
privacy-withdraw-ask-cabinet =
    <b>Withdraw the consent to the use of your data?</b>

    We shall write down nothing more about you. To have destroyed what is written down, write to support: /support. The consent can be given again by opening the form.
privacy-withdraw-ask-promotions =
    <b>Withdraw the consent to promotions?</b>

    There will be no more promotions. Your orders are not affected.
privacy-withdraw-ask-photo =
    <b>Withdraw the consent to your photo?</b>

    Virtual makeup with your photo will not be available. Your orders are not affected.
privacy-withdraw = Yes, withdraw
privacy-withdrawn = The consent is withdrawn
