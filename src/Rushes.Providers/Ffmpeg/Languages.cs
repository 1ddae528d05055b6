namespace Rushes.Providers.Ffmpeg;

/// <summary>The language codes of mp4 tracks (ISO 639-2/T).</summary>
internal static class Languages
{
    public static string ThreeLetters(string primary) => primary switch
    {
        "vi" => "vie",
        "en" => "eng",
        "ja" => "jpn",
        "ko" => "kor",
        "zh" => "zho",
        "fr" => "fra",
        "de" => "deu",
        "es" => "spa",
        "ru" => "rus",
        "th" => "tha",
        "id" => "ind",
        _ => "und",
    };
}
