namespace Rushes.Integration.EndToEnd;

public sealed class VietnameseFilmTests(VietnameseFilm first) : FirstFilmTests(first), IClassFixture<VietnameseFilm>
{
    private readonly FirstFilm _first = first;

    [Fact]
    public void People_speak_and_read_Vietnamese()
    {
        Assert.Contains("mèo", File.ReadAllText(Path.Combine(_first.Film.Project, "script.json")), StringComparison.OrdinalIgnoreCase);
        Assert.Matches("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", File.ReadAllText(Path.Combine(_first.Film.Project, "subtitles.srt")));
        Assert.Matches("[ạảấầậắặẹếềệịọốồộớờợụủứừự]", _first.Answer.Errors);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Path.GetFileName(_first.Film.Project));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_film_and_anotherIdea_another_one()
    {
        using var again = new TestHome();
        var twin = FilmSheet.Ready(await again.AskAsync("text2video", _first.Idea, "--duration", FirstFilm.Duration, "--quality", "preview", "--seed", FirstFilm.Seed));
        Assert.Equal(await Read(_first.Film, "script.json"), await Read(twin, "script.json"));
        Assert.Equal(await Read(_first.Film, "subtitles.srt"), await Read(twin, "subtitles.srt"));
        foreach (var (one, other) in _first.Film.Scenes.Zip(twin.Scenes))
            Assert.Equal(await Screening.PicturesDigestAsync(one.Clip!), await Screening.PicturesDigestAsync(other.Clip!));

        const string otherIdea = "Một phi hành gia trồng bông hoa đầu tiên trên sao Hỏa";
        var stranger = FilmSheet.Ready(await again.AskAsync("text2video", otherIdea, "--duration", "4", "--quality", "preview", "--seed", FirstFilm.Seed));
        Assert.NotEqual(await Read(twin, "script.json"), await Read(stranger, "script.json"));
        var differences = new List<double>();
        foreach (var (one, other) in twin.Scenes.Zip(stranger.Scenes))
            differences.Add(Screening.Difference(await Screening.ColoursAsync(one.Clip!, 0.5, 27, 48), await Screening.ColoursAsync(other.Clip!, 0.5, 27, 48)));
        Assert.All(differences, difference => Assert.True(difference > 8, $"two ideas look alike: {difference}"));
    }

    private static Task<string> Read(FilmSheet film, string name) => File.ReadAllTextAsync(Path.Combine(film.Project, name), TestContext.Current.CancellationToken);
}
