using System.Buffers.Binary;
using Rushes.Integration.Cutting;

namespace Rushes.Integration.Animatic.Photos;

/// <summary>Pictures as people have them, made by ffmpeg, with what it cannot write added by hand.</summary>
internal sealed class PhotoFiles(Media media)
{
    /// <summary>
    /// A jpeg in CMYK of 32x32 pixels: white and red above, cyan and dark below. Nothing here can write one, so these are the bytes: an Adobe segment, flat
    /// tables, one coefficient a block.
    /// </summary>
    private const string Cmyk =
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI/8AA"
        + "FAgAIAAgBAERAAIRAAMRAAQRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAgADAAQAAD8A"
        + "9/e/vf3v4AAfAD4AAAAff77/AAAAHwA+AAAA+AH3++/wAA+/wHxuAA+AAH2QAA+/wHxuAA//2Q==";

    /// <summary>Four colours in the quarters of a picture: red, green / blue, white.</summary>
    public async Task<string> QuartersAsync(string name, int width, int height, params string[] encoding)
    {
        var (w, h) = (width / 2, height / 2);
        await media.FfmpegAsync(
        [
            "-f", "lavfi", "-i", $"color=red:s={w}x{h}", "-f", "lavfi", "-i", $"color=lime:s={w}x{h}", "-f", "lavfi", "-i", $"color=blue:s={w}x{h}", "-f", "lavfi", "-i", $"color=white:s={w}x{h}",
            "-filter_complex", "[0][1]hstack[a];[2][3]hstack[b];[a][b]vstack,format=rgb24", "-frames:v", "1", .. encoding, media[name],
        ]);
        return media[name];
    }

    /// <summary>The same picture as a camera would store it that was held in the given way.</summary>
    public async Task<string> HeldAsync(int turn)
    {
        // What undoes each turn: the way in which the scene was laid down on the sensor.
        string[] undo = ["null", "hflip", "hflip,vflip", "vflip", "transpose=cclock_flip", "transpose=cclock", "transpose=clock_flip", "transpose=clock"];
        var upright = await QuartersAsync("upright.png", 96, 160);
        var stored = media[$"stored-{turn}.jpg"];
        await media.FfmpegAsync("-i", upright, "-vf", undo[turn - 1], "-q:v", "1", stored);
        var file = await File.ReadAllBytesAsync(stored);
        await File.WriteAllBytesAsync(stored, [.. file[..2], .. Exif(turn), .. file[2..]]);
        return stored;
    }

    public async Task<string> CmykAsync()
    {
        await File.WriteAllBytesAsync(media["cmyk.jpg"], Convert.FromBase64String(Cmyk));
        return media["cmyk.jpg"];
    }

    public async Task<string> WrittenAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(media[name], content);
        return media[name];
    }

    /// <summary>An APP1 segment with one entry: the orientation.</summary>
    private static byte[] Exif(int turn)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, 0xE1, .. length, .. content];
    }
}
