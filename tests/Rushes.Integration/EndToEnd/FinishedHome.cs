namespace Rushes.Integration.EndToEnd;

/// <summary>A home with one finished project, to which no wrong command may do anything.</summary>
public sealed class FinishedHome : IAsyncLifetime
{
    private readonly HashSet<string> _complaints = new(StringComparer.Ordinal);

    public TestHome Home { get; } = new();

    /// <summary>The finished film's project folder.</summary>
    public string Project { get; private set; } = "";

    /// <summary>The finished film's run.</summary>
    public string Run { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var film = FilmSheet.Ready(await Home.AskAsync("text2video", "A small boat on a wide sea", "--duration", "3", "--quality", "preview", "--captions", "none"));
        Project = film.Project;
        Run = film.Run!;
    }

    /// <summary>
    /// Gives a wrong command: its last word on standard error is one sentence, which is also in the JSON object for programs, and everything that was there is still
    /// there as it was. The first complaint of each kind is also made in Vietnamese and without JSON, where nothing else may stand on standard error.
    /// </summary>
    /// <param name="exit">2 when the input is wrong, 4 when the machine lacks something.</param>
    /// <returns>The sentence in English, and the field that the JSON names.</returns>
    public async Task<(string English, string? Field)> RefusesAsync(int exit, IReadOnlyList<string> arguments)
    {
        var before = TestHome.Inventory(Home.Projects);
        var english = (await RunAsync("en", ["--json", .. arguments])).Expect(exit);
        Assert.True(english.Json.TryGetProperty("error", out var error), $"an error expected{english}");
        Assert.Equal(["code", "field", "message"], error.EnumerateObject().Select(field => field.Name));
        Assert.Matches(@"^[a-z]+([.-][a-z0-9]+)*$", error.GetProperty("code").GetString());
        Assert.Equal(english.Sentence, error.GetProperty("message").GetString());
        if (_complaints.Add(error.GetProperty("code").GetString()!))
        {
            var vietnamese = (await RunAsync("vi", arguments)).Expect(exit);
            Assert.DoesNotContain(vietnamese.Complaint, vietnamese.Output, StringComparison.Ordinal);
            Assert.NotEqual(english.Sentence, vietnamese.Complaint);
            Assert.Matches("[ăâđêôơưạảấầẩẫậắằẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùýÁĐÔÂĂƯƠ]", vietnamese.Complaint);
        }

        Assert.Equal(before, TestHome.Inventory(Home.Projects));
        Assert.Empty(Home.LeftBehind());
        return (english.Sentence, error.GetProperty("field").GetString());
    }

    public ValueTask DisposeAsync()
    {
        Home.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Answer> RunAsync(string language, IReadOnlyList<string> arguments)
    {
        Home.Environment["RUSHES_LANGUAGE"] = language;
        return Home.RunAsync(arguments);
    }
}
