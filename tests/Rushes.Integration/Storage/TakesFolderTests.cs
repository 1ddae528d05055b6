using System.Text.Json;
using Rushes.Engine.Shooting;
using Rushes.Film.Takes;
using Rushes.Storage.Takes;

namespace Rushes.Integration.Storage;

public sealed class TakesFolderTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("rushes-takes-");
    private readonly TakesFolder _takes = new();

    private string Project => _project.FullName;

    public void Dispose() => _project.Delete(recursive: true);

    [Fact]
    public void Nothing_is_called_a_film_before_it_is_whole_and_none_is_ever_overwritten()
    {
        var (clip, part) = (_takes.ClipOf(Project, 1, 1), _takes.PartOf(Project, 1, 1));
        Assert.Equal(Path.Combine(Project, "takes", "scene-01-take-1.mp4"), clip);
        Assert.False(part.EndsWith(".mp4", StringComparison.Ordinal));
        File.WriteAllText(part, "first");
        _takes.Keep(part, clip);
        Assert.Equal((true, false, 5L), (_takes.Exists(clip), _takes.Exists(part), _takes.Length(clip)));

        File.WriteAllText(part, "second");
        Assert.Throws<IOException>(() => _takes.Keep(part, clip));
        Assert.Equal("first", File.ReadAllText(clip));
        _takes.Discard(part);
        Assert.Equal(0, _takes.Length(part));
    }

    [Fact]
    public void A_larger_clip_grows_beside_the_clip_and_takes_its_place_in_one_step()
    {
        var (clip, large) = (_takes.ClipOf(Project, 1, 1), _takes.LargePartOf(Project, 1, 1));
        File.WriteAllText(_takes.PartOf(Project, 1, 1), "as filmed");
        _takes.Keep(_takes.PartOf(Project, 1, 1), clip);
        Assert.NotEqual(_takes.PartOf(Project, 1, 1), large);
        Assert.EndsWith(".mp4.part", large, StringComparison.Ordinal);
        File.WriteAllText(large, "larger");
        Assert.Equal(1, _takes.HighestTake(Project, 1));

        _takes.Replace(large, clip);
        Assert.Equal(("larger", false), (File.ReadAllText(clip), File.Exists(large)));
    }

    [Fact]
    public void The_highest_take_of_a_scene_counts_everything_that_bears_its_name()
    {
        Assert.Equal(0, _takes.HighestTake(Project, 1));
        foreach (var name in (string[])["scene-01-take-2.mp4", "scene-01-take-11.json", "scene-01-take-12.mp4.part", "scene-10-take-99.mp4", "scene-01-take-x.mp4", "scene-01-take-77"])
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Project, "takes")).FullName, name), "");
        Assert.Equal(77, _takes.HighestTake(Project, 1));
        Assert.Equal(99, _takes.HighestTake(Project, 10));
    }

    [Fact]
    public async Task Notes_lie_beside_the_clip_and_a_person_can_read_them()
    {
        var clip = _takes.ClipOf(Project, 3, 2);
        _takes.PartOf(Project, 3, 2);
        var notes = new TakeNotes
        {
            Scene = 3,
            Take = 2,
            Run = "r",
            Prompt = "Mèo con \"lạc\" mẹ <đêm mưa>",
            Provider = "animatic",
            AccountName = "this machine",
            Operation = "op",
            Seed = 42,
            Attempts = 1,
            Digest = "d",
            ReadyAt = DateTimeOffset.UnixEpoch,
            Bytes = 9,
            Cost = new Cost(0.5m),
        };
        await _takes.WriteNotesAsync(clip, notes, TestContext.Current.CancellationToken);
        await _takes.WriteNotesAsync(clip, notes, TestContext.Current.CancellationToken);

        var text = await File.ReadAllTextAsync(Path.ChangeExtension(clip, ".json"), TestContext.Current.CancellationToken);
        Assert.Contains("Mèo con", text, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(text);
        Assert.Equal("this machine", read.RootElement.GetProperty("account_name").GetString());
        Assert.Equal(notes.Prompt, read.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(0.5m, read.RootElement.GetProperty("cost").GetProperty("amount").GetDecimal());
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(clip)!));
    }
}
