using System.Text;
using Rushes.Providers.Http;
using Rushes.Providers.VertexVeo;

namespace Rushes.Tests.Providers.VertexVeo;

public sealed class FilmSieveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(1 << 20)]
    public async Task A_film_inside_an_answer_goes_to_its_file_whatever_the_pieces_that_the_answer_comes_in(int piece)
    {
        var film = Bytes(200_001);
        var json = $$$"""{"name":"operations/\"1\"","done":true,"response":{"videos":[{"bytesBase64Encoded":"{{{Convert.ToBase64String(film)}}}","mimeType":"video/mp4"}],"n":1}}""";
        var file = new MemoryStream();
        var answer = await FilmSieve.TakeAsync(new Pieces(json, piece), () => file, Stop);
        Assert.True(answer.HasFilm);
        Assert.Equal(film, file.ToArray());
        Assert.Equal(("operations/\"1\"", "video/mp4", 1d), (
            answer.Rest.Text("name"), answer.Rest.Items("response", "videos").Single().Text("mimeType"), answer.Rest.Number("response", "n")));
        Assert.Equal("", answer.Rest.Items("response", "videos").Single().Text("bytesBase64Encoded"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task Characters_that_the_writer_escaped_are_read_as_what_they_mean(int piece)
    {
        var film = Bytes(90_001);
        var base64 = Convert.ToBase64String(film).Replace("/", "\\/", StringComparison.Ordinal).Replace("+", "\\u002b", StringComparison.Ordinal)
            .Replace("=", "\\u003D", StringComparison.Ordinal);
        base64 = base64.Insert(base64.LastIndexOf('Q', 40_000), "\\r\\n");
        var file = new MemoryStream();
        await FilmSieve.TakeAsync(new Pieces($$"""{"v":"{{base64}}"}""", piece), () => file, Stop);
        Assert.Equal(film, file.ToArray());
    }

    [Fact]
    public async Task Only_the_first_film_is_kept()
    {
        var (first, second) = (Bytes(50_000), Bytes(60_000));
        var file = new MemoryStream();
        var answer = await FilmSieve.TakeAsync(
            new Pieces($$"""[{"v":"{{Convert.ToBase64String(first)}}"},{"v":"{{Convert.ToBase64String(second)}}"},"end"]""", 999), () => file, Stop);
        Assert.Equal(first, file.ToArray());
        Assert.Equal(["", ""], answer.Rest.EnumerateArray().Take(2).Select(video => video.Text("v")));
        Assert.Equal("end", answer.Rest[2].GetString());
    }

    [Fact]
    public async Task Looking_stops_where_a_film_begins()
    {
        var stream = new Pieces($$"""{"done":true,"v":"{{Convert.ToBase64String(Bytes(3_000_000))}}"}""", 8192);
        Assert.True((await FilmSieve.LookAsync(stream, Stop)).HasFilm);
        Assert.InRange(stream.Position, 1, 200_000);
    }

    [Fact]
    public async Task An_answer_without_a_film_is_read_as_it_is_and_no_file_is_made()
    {
        var answer = await FilmSieve.TakeAsync(
            new Pieces("""{"done":true,"error":{"code":13,"message":"a \"quoted\" word"}}""", 3), () => throw new InvalidOperationException("no file"), Stop);
        Assert.False(answer.HasFilm);
        Assert.Equal("a \"quoted\" word", answer.Rest.Text("error", "message"));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_answer()
    {
        var whole = $$"""{"v":"{{Convert.ToBase64String(Bytes(90_000))}}"}""";
        var answer = await FilmSieve.TakeAsync(new Pieces(whole[..70_000], 4096), () => new MemoryStream(), Stop);
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, answer.Rest.ValueKind);
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A stream that hands out no more than so many bytes at once.</summary>
    private sealed class Pieces(string text, int size) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
