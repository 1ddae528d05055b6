using System.Text;
using Rushes.Studio.Pages;

namespace Rushes.Tests.Studio;

public sealed class UploadKindTests
{
    public static TheoryData<byte[], string?> Heads => new()
    {
        { [0xff, 0xd8, 0xff, 0xe0, 0, 16], ".jpg" },
        { [0x89, .. "PNG\r\n"u8], ".png" },
        { [.. "RIFF0000WEBP"u8], ".webp" },
        { [.. "RIFF0000WAVE"u8], ".wav" },
        { [.. "RIFF0000AVI "u8], null },
        { [.. "fLaC"u8], ".flac" },
        { [.. "OggS"u8], ".ogg" },
        { [0, 0, 0, 32, .. "ftypM4A "u8], ".m4a" },
        { [.. "ID3"u8], ".mp3" },
        { [0xff, 0xfb, 0x90], ".mp3" },
        { [0xff, 0xf3, 0x40], ".mp3" },
        { [0xff, 0xf1, 0x50], ".aac" },
        { [0xff, 0xf9, 0x50], ".aac" },
        { [0xff, 0xe1, 0], null },
        { [0x50, 0x4b, 3, 4], null },
        { [.. "#EXTM3U"u8], null },
        { [.. "<svg xmlns="u8], null },
        { new byte[12], null },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void A_file_is_what_its_first_bytes_say(byte[] head, string? ending)
    {
        var kind = UploadKind.Of([.. head, .. new byte[UploadKind.Head]]);
        Assert.Equal(ending, kind?.Ending);
        Assert.Equal(ending is ".jpg" or ".png" or ".webp" ? false : ending is null ? null : true, kind?.IsMusic);
        if (ending is not null)
            Assert.Equal(kind, UploadKind.Kept("/somewhere/001" + ending));
    }

    [Fact]
    public void What_is_too_short_to_be_anything_is_nothing()
    {
        Assert.Null(UploadKind.Of(Encoding.ASCII.GetBytes("ID3")));
        Assert.Null(UploadKind.Of([]));
        Assert.Null(UploadKind.Kept("001.txt"));
    }
}
