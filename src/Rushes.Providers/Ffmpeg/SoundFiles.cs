namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// How ffmpeg is let at a sound file of somebody's. It goes by what is in a file, and a playlist in it would name other files and addresses to read: only formats
/// that hold sound themselves are read, from the disk alone.
/// </summary>
internal static class SoundFiles
{
    private const string Formats = "mp3,aac,wav,w64,flac,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,aiff,caf,asf,ac3,eac3,amr,ape,tta,wv,avi,mpegts";

    /// <summary>The arguments for an input.</summary>
    public static IEnumerable<string> From(string file) => ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-i", $"file:{file}", "-map", "0:a:0"];
}
