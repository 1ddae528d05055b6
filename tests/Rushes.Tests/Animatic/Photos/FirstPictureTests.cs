using System.Buffers.Binary;
using System.Text;
using Rushes.Providers.Animatic.Photos;

namespace Rushes.Tests.Animatic.Photos;

public sealed class FirstPictureTests
{
    private static readonly byte[] FrameHead = [5, 0, 0, 7, 0, 0, 99, 0, 0, 49, 0, 0, 100, 0, 0, 0];

    [Fact]
    public void The_first_frame_of_an_animation_becomes_a_still_picture_and_keeps_its_place()
    {
        byte[] first = [.. FrameHead, .. Chunk("VP8L", 1, 2, 3)];
        var file = Riff(Chunk("VP8X", 2, 0, 0, 0, 0, 0, 0, 0, 0, 0), Chunk("ANIM", 0, 0, 0, 0, 0, 0), Chunk("ANMF", first), Chunk("ANMF", [.. FrameHead, .. Chunk("VP8L", 9)]));
        var picture = FirstPicture.Of(file);
        Assert.NotNull(picture);
        Assert.Equal((10, 14), (picture.Left, picture.Top));
        Assert.Equal(Riff(Chunk("VP8L", 1, 2, 3)), picture.Webp);
    }

    [Fact]
    public void A_frame_with_alpha_of_its_own_says_so_in_its_head()
    {
        var file = Riff(Chunk("ANMF", [.. FrameHead, .. Chunk("ALPH", 4), .. Chunk("VP8 ", 5, 6)]));
        Assert.Equal(Riff(Chunk("VP8X", 0x10, 0, 0, 0, 99, 0, 0, 49, 0, 0), Chunk("ALPH", 4), Chunk("VP8 ", 5, 6)), FirstPicture.Of(file)?.Webp);
    }

    [Fact]
    public void A_torn_file_has_no_first_picture()
    {
        var file = Riff(Chunk("ANMF", [.. FrameHead, .. Chunk("VP8L", 1, 2, 3)]));
        for (var length = 0; length < file.Length - 1; length++)
            Assert.Null(FirstPicture.Of(file.AsSpan(0, length)));
        Assert.Null(FirstPicture.Of(Riff(Chunk("VP8 ", 1))));
    }

    private static byte[] Riff(params byte[][] chunks)
    {
        byte[] content = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. "RIFF"u8, .. length, .. content];
    }

    private static byte[] Chunk(string name, params byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. content, .. new byte[content.Length & 1]];
    }
}
