using System.Buffers.Binary;
using Rushes.Providers.Ffmpeg.Mp4;

namespace Rushes.Tests.Cutting;

public sealed class BoxWalkTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void A_whole_file_has_no_fault() => Assert.Null(Check([.. Box("ftyp", 16), .. Box("moov", 200), .. Box("mdat", 5000)]));

    [Fact]
    public void A_box_may_reach_to_the_end_without_saying_so() => Assert.Null(Check([.. Box("ftyp", 16), .. Box("moov", 200), .. Box("mdat", 5000, announced: 0)]));

    [Fact]
    public void A_long_box_has_a_long_length()
    {
        byte[] mdat = [0, 0, 0, 1, .. "mdat"u8, 0, 0, 0, 0, 0, 0, 0x10, 0, .. new byte[0x1000 - 16]];
        Assert.Null(Check([.. Box("ftyp", 16), .. Box("moov", 200), .. mdat]));
        Assert.IsType<FileFault.CutOff>(Check([.. Box("ftyp", 16), .. Box("moov", 200), .. mdat[..^1]]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2000)]
    [InlineData(5100)]
    [InlineData(5196)]
    public void A_file_that_ends_too_early_was_cut_off(int missing)
    {
        byte[] whole = [.. Box("ftyp", 16), .. Box("moov", 200), .. Box("mdat", 5000)];
        var fault = Assert.IsType<FileFault.CutOff>(Check(whole[..^missing]));
        Assert.Equal(whole.Length - missing, fault.Length);
    }

    [Fact]
    public void Half_a_header_is_a_cut_too() => Assert.IsType<FileFault.CutOff>(Check([.. Box("ftyp", 16), .. Box("moov", 200), 0, 0, 1]));

    [Fact]
    public void Without_an_index_the_file_was_never_finished() => Assert.IsType<FileFault.NoIndex>(Check([.. Box("ftyp", 16), .. Box("mdat", 5000)]));

    [Fact]
    public void An_empty_file_is_empty() => Assert.IsType<FileFault.Empty>(Check([]));

    [Fact]
    public void What_is_no_mp4_is_left_to_others() => Assert.Null(Check([0x1A, 0x45, 0xDF, 0xA3, .. new byte[100]]));

    [Fact]
    public void Tables_that_make_no_sense_are_no_track()
    {
        File.WriteAllBytes(_file, [.. Box("ftyp", 16), 0, 0, 0, 24, .. "moov"u8, 0, 0, 0, 99, .. "trak"u8, .. new byte[8]]);
        Assert.Null(VideoTrack.Read(_file));
    }

    public void Dispose() => File.Delete(_file);

    private FileFault? Check(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        return BoxWalk.Check(_file);
    }

    private static byte[] Box(string type, int length, int? announced = null)
    {
        var box = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(box, announced ?? length);
        System.Text.Encoding.ASCII.GetBytes(type).CopyTo(box, 4);
        return box;
    }
}
