using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Commands that only tell: on an empty home, for people and for programs, in both languages.</summary>
public sealed class ListCommandsTests : IDisposable
{
    private readonly TestHome _home = new();

    [Theory]
    [InlineData("templates", 16, "three-act")]
    [InlineData("styles", 17, "cinematic")]
    public async Task The_library_can_be_listed_in_both_languages(string command, int count, string known)
    {
        var english = Rows(await _home.AskAsync(command), command);
        Assert.True(english.Count >= count, $"{english.Count} {command}");
        Assert.Contains(english, row => row.Id == known);
        Assert.Equal(english.Count, english.Select(row => row.Id).Distinct().Count());

        _home.Environment["RUSHES_LANGUAGE"] = "vi";
        var vietnamese = Rows(await _home.AskAsync(command), command);
        Assert.Equal(english.Select(row => row.Id), vietnamese.Select(row => row.Id));
        Assert.NotEqual(english.Select(row => row.Name), vietnamese.Select(row => row.Name));
        var lines = (await _home.RunAsync(command)).Expect(0).Output;
        Assert.All(vietnamese, row => Assert.Contains(row.Name, lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_the_users_wins_and_a_broken_one_is_named_with_its_line()
    {
        var own = Own("styles", "horror.json", """{"name":{"en":"My horror"},"positive":["fog"],"negative":[],"guidance":{"en":"Whisper."}}""");
        var bad = Own("styles", "comedy.json", "{\n\"name\": oops}");
        var said = (await _home.RunAsync("styles")).Expect(0);
        Assert.Contains(said.OutputLines, line => line.StartsWith("horror ", StringComparison.Ordinal) && line.Contains("My horror", StringComparison.Ordinal) && line.Contains($"(yours: {own})", StringComparison.Ordinal));
        Assert.Contains(said.OutputLines, line => line.StartsWith("comedy ", StringComparison.Ordinal) && !line.Contains("yours", StringComparison.Ordinal));
        var warning = Assert.Single(said.ErrorLines);
        Assert.All([bad, "is broken at line 2", "The built-in one is used instead."], part => Assert.Contains(part, warning, StringComparison.Ordinal));

        var answer = (await _home.AskAsync("styles")).Expect(0).Json;
        Assert.Equal(own, Assert.Single(answer.GetProperty("styles").EnumerateArray(), row => row.GetProperty("own").ValueKind != JsonValueKind.Null).GetProperty("own").GetString());
        var named = Assert.Single(answer.GetProperty("broken").EnumerateArray());
        Assert.Equal((bad, 2), (named.GetProperty("path").GetString(), named.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_broken_file_of_the_writers_is_named_and_the_script_is_written_all_the_same()
    {
        var bad = Own(Path.Combine("writing", "en"), "looks.json", "{\n\"aspects\": [");
        var said = (await _home.RunAsync("script", "A white dog sings to the moon", "--out", _home["script.json"])).Expect(0);
        Assert.Contains(said.ErrorLines, line => line.Contains(bad, StringComparison.Ordinal) && line.Contains("The built-in one is used instead.", StringComparison.Ordinal));
        Assert.True(File.Exists(_home["script.json"]));
    }

    [Fact]
    public async Task Voices_of_both_languages_are_there()
    {
        var voices = (await _home.AskAsync("voices")).Expect(0).Json.GetProperty("voices").EnumerateArray().ToList();
        Assert.Contains(voices, voice => voice.GetProperty("language").GetString()!.StartsWith("vi", StringComparison.Ordinal));
        Assert.Contains(voices, voice => voice.GetProperty("language").GetString()!.StartsWith("en", StringComparison.Ordinal));
        var spoken = (await _home.AskAsync("voices", "--language", "vi")).Expect(0).Json.GetProperty("voices").EnumerateArray().ToList();
        Assert.NotEmpty(spoken);
        Assert.All(spoken, voice => Assert.StartsWith("vi", voice.GetProperty("language").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_voice_says_a_sentence_into_a_file_and_one_that_is_not_there_is_named()
    {
        const string voice = "flite:slt";
        var sample = (await _home.AskAsync("voices", "--play", voice, "--text", "The fox comes home.", "--manner", "calm", "--out", _home["fox.wav"])).Expect(0).Json.GetProperty("sample");
        Assert.Equal((voice, _home["fox.wav"]), (sample.GetProperty("voice").GetString(), sample.GetProperty("file").GetString()));
        Assert.InRange(sample.GetProperty("seconds").GetDouble(), 0.5, 5);
        Assert.Equal("RIFF"u8.ToArray(), (await File.ReadAllBytesAsync(_home["fox.wav"], TestContext.Current.CancellationToken))[..4]);
        Assert.Equal("voice", (await _home.AskAsync("voices", "--play", "nobody:nowhere")).Expect(2).Json.GetProperty("error").GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_animatic_is_among_the_models_and_costs_nothing()
    {
        var models = (await _home.AskAsync("models")).Expect(0).Json.GetProperty("models").EnumerateArray().ToList();
        var animatic = Assert.Single(models, model => model.GetProperty("provider").GetString() == "animatic");
        Assert.Equal(0, animatic.GetProperty("price_per_second").GetDecimal());
        Assert.Contains("animatic", (await _home.RunAsync("models")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_is_an_account_from_the_start()
    {
        var account = Assert.Single((await _home.AskAsync("accounts", "list")).Expect(0).Json.GetProperty("accounts").EnumerateArray());
        Assert.Equal("animatic", account.GetProperty("provider").GetString());
        Assert.True(account.GetProperty("enabled").GetBoolean());
        Assert.True(account.GetProperty("slots").GetInt32() >= 1);
    }

    [Fact]
    public async Task The_doctor_finds_a_healthy_machine()
    {
        var answer = (await _home.AskAsync("doctor")).Expect(0).Json;
        Assert.True(answer.GetProperty("healthy").GetBoolean());
        var parts = answer.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("part").GetString()!, StringComparer.Ordinal);
        Assert.All(["dotnet", "home", "projects", "disk", "ffmpeg", "voices", "fonts"], part => Assert.Contains(part, parts.Keys));
        Assert.Equal(_home.Home, parts["home"].GetProperty("note").GetString());
        Assert.Contains("ffmpeg", (await _home.RunAsync("doctor")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_home_has_no_projects_and_no_runs()
    {
        Assert.Equal(0, (await _home.AskAsync("projects")).Expect(0).Json.GetProperty("projects").GetArrayLength());
        Assert.Equal(0, (await _home.AskAsync("runs")).Expect(0).Json.GetProperty("runs").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await _home.AskAsync("resume")).Expect(0).Json.GetProperty("run").ValueKind);
    }

    [Theory]
    [InlineData("en", "duration")]
    [InlineData("vi", "giây")]
    public async Task Help_names_every_command_and_option(string language, string word)
    {
        _home.Environment["RUSHES_LANGUAGE"] = language;
        var commands = (await _home.RunBareAsync("--help")).Expect(0);
        Assert.Empty(commands.Errors);
        string[] names =
        [
            "text2video", "image2video", "sales-video", "script", "projects", "runs", "resume", "retry", "cancel", "pick", "cut", "merge", "accounts",
            "templates", "styles", "domains", "voices", "models", "doctor",
        ];
        Assert.All(names, name => Assert.Contains(name, commands.Output, StringComparison.Ordinal));
        var options = (await _home.RunBareAsync("text2video", "--help")).Expect(0).Output;
        Assert.All(["--duration", "--aspect", "--style", "--seed", "--dry-run", "--json", "--home"], name => Assert.Contains(name, options, StringComparison.Ordinal));
        Assert.Contains(word, options, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_version_is_a_version() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", (await _home.RunBareAsync("--version")).Expect(0).Output);

    public void Dispose() => _home.Dispose();

    /// <summary>Writes a data file of the user's.</summary>
    private string Own(string folder, string name, string content)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_home.Home, "data", folder)).FullName, name);
        File.WriteAllText(file, content);
        return file;
    }

    private static List<(string Id, string Name)> Rows(Answer answer, string list) =>
        [.. answer.Expect(0).Json.GetProperty(list).EnumerateArray().Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("name").GetString()!))];
}
