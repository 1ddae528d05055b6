using System.Diagnostics;
using Rushes.Engine.Projects;

namespace Rushes.Integration.Storage;

public sealed class HalfFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rushes-half-").FullName;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_there_whole_or_not_at_all()
    {
        var file = Path.Combine(_folder, "film.mp4");
        HalfFile.Make(file, half =>
        {
            File.WriteAllText(half, "first");
            Assert.False(File.Exists(file));
            Assert.Equal(".mp4", Path.GetExtension(half));
        });
        Assert.Throws<InvalidDataException>(() => HalfFile.Make(file, half =>
        {
            File.WriteAllText(half, "sec");
            throw new InvalidDataException();
        }));
        Assert.Equal("first", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pcm")]
    public async Task What_a_gone_process_left_is_removed(string beside)
    {
        var left = Left(await GoneAsync(), "audio.wav");
        if (beside.Length > 0)
            File.Move(left, left += beside);
        HalfFile.Sweep(_folder, SearchOption.TopDirectoryOnly, Now.AddMinutes(1));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void What_a_running_process_writes_stays()
    {
        var growing = HalfFile.Beside(Path.Combine(_folder, "audio.wav"));
        File.WriteAllText(growing, "RI");
        HalfFile.Sweep(_folder, SearchOption.TopDirectoryOnly, Now.AddMinutes(1));
        Assert.True(File.Exists(growing));
    }

    [Fact]
    public void A_process_that_began_later_did_not_write_it()
    {
        var left = Left(Environment.ProcessId, "audio.wav");
        File.SetLastWriteTimeUtc(left, Now.UtcDateTime.AddDays(-1));
        HalfFile.Sweep(_folder, SearchOption.TopDirectoryOnly, Now);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task What_was_written_to_since_stays()
    {
        var other = Left(await GoneAsync(), "audio.wav");
        HalfFile.Sweep(_folder, SearchOption.TopDirectoryOnly, Now.AddMinutes(-1));
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("part.mp4")]
    [InlineData("my.part1.mp4")]
    [InlineData("film.12.part.mp4")]
    [InlineData("scene-01-take-1.mp4.part")]
    public void Files_of_the_user_and_of_the_engine_stay(string name)
    {
        File.WriteAllText(Path.Combine(_folder, name), "");
        HalfFile.Sweep(_folder, SearchOption.TopDirectoryOnly, Now.AddMinutes(1));
        Assert.Equal([name], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(SearchOption.TopDirectoryOnly, 1)]
    [InlineData(SearchOption.AllDirectories, 0)]
    public async Task As_deep_as_asked(SearchOption depth, int left)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "clips"));
        Left(await GoneAsync(), "clips/a.mp4");
        HalfFile.Sweep(_folder, depth, Now.AddMinutes(1));
        Assert.Equal(left, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length);
    }

    private string Left(int process, string name)
    {
        var file = Path.Combine(_folder, $"{name}.{process}-{Guid.NewGuid():N}.part{Path.GetExtension(name)}");
        File.WriteAllText(file, "half");
        return file;
    }

    private static async Task<int> GoneAsync()
    {
        using var process = Process.Start("true")!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.Id;
    }
}
