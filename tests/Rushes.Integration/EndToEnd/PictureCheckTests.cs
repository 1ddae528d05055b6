using System.Globalization;
using Rushes.Film;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.EndToEnd;

/// <summary>Which pictures may be filmed, with real files.</summary>
public sealed class PictureCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-pictures-");
    private readonly ProcessSpawner _spawner = new();

    [Theory]
    [InlineData("plain.jpg")]
    [InlineData("plain.png")]
    [InlineData("plain.webp")]
    public async Task Even_the_plainest_picture_is_one(string name) =>
        Assert.Null(await ComplaintAsync(await Darkroom.PlainAsync(PathOf(name), "red")));

    [Fact]
    public async Task What_a_camera_adds_after_the_picture_does_not_matter()
    {
        var file = await Darkroom.BusyAsync(PathOf("camera.jpg"));
        await File.AppendAllTextAsync(file, "trailer of a camera", TestContext.Current.CancellationToken);
        Assert.Null(await ComplaintAsync(file));
    }

    [Theory]
    [InlineData("jpg", 0.99)]
    [InlineData("jpg", 0.5)]
    [InlineData("jpg", 0.05)]
    [InlineData("png", 0.95)]
    [InlineData("png", 0.5)]
    [InlineData("webp", 0.95)]
    [InlineData("webp", 0.5)]
    public async Task A_picture_that_was_cut_off_is_none(string ending, double share)
    {
        foreach (var make in new Func<string, Task<string>>[] { Darkroom.BusyAsync, file => Darkroom.PlainAsync(file, "white") })
        {
            var file = await make(PathOf(string.Create(CultureInfo.InvariantCulture, $"torn-{share}.{ending}")));
            Darkroom.Truncate(file, share);
            Assert.Equal("project.picture-broken", await ComplaintAsync(file));
        }
    }

    [Fact]
    public async Task A_huge_picture_is_refused_by_its_header() =>
        Assert.Equal("project.picture-large", await ComplaintAsync(Darkroom.Huge(PathOf("huge.png"), 20_000)));

    public void Dispose()
    {
        _spawner.Dispose();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The code of the mistake; null when the picture is good.</summary>
    private async Task<string?> ComplaintAsync(string file)
    {
        try
        {
            var check = new PictureCheck(new MediaPrograms(_spawner, new ProgramFinder(Environment.GetEnvironmentVariable)));
            await check.CheckAsync(file, TestContext.Current.CancellationToken);
            return null;
        }
        catch (MistakeException wrong)
        {
            return wrong.Mistake.Code;
        }
    }
}
