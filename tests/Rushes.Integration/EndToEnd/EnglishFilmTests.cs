namespace Rushes.Integration.EndToEnd;

public sealed class EnglishFilmTests(EnglishFilm first) : FirstFilmTests(first), IClassFixture<EnglishFilm>
{
    private readonly FirstFilm _first = first;

    [Fact]
    public void People_speak_and_read_English()
    {
        Assert.Contains("fisherman", File.ReadAllText(Path.Combine(_first.Film.Project, "script.json")), StringComparison.OrdinalIgnoreCase);
        Assert.All(File.ReadAllText(Path.Combine(_first.Film.Project, "subtitles.srt")), letter => Assert.DoesNotContain(letter, "ăâđêôơưạảấầậắặẹếềệịọốồộớờợụủứừự"));
        Assert.DoesNotMatch("[ạảấầậắặẹếềệịọốồộớờợụủứừự]", _first.Answer.Errors);
    }
}
