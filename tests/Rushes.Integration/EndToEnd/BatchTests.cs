using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Many films of one command.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public async Task Twenty_rows_of_which_three_are_bad_are_seventeen_films_and_three_sentences()
    {
        var file = _home["films.csv"];
        var rows = Enumerable.Range(1, 20).Select(row => row switch
        {
            4 => "A fox in the snow,abc,",
            9 => ",12,",
            15 => "A boat at sea,12,no-such-style",
            _ => $"\"A dog, number {row}, finds a red ball\",12,",
        });
        await File.WriteAllLinesAsync(file, rows.Prepend("idea,duration,style"), TestContext.Current.CancellationToken);
        var said = await _home.AskAsync("text2video", "--batch", file, "--dry-run");
        var answer = said.Expect(3).Json;
        Assert.Equal(17, answer.GetProperty("films").GetArrayLength());
        var failed = answer.GetProperty("failed").EnumerateArray().ToList();
        Assert.Equal([(5, "duration"), (10, "idea"), (16, "style")], failed.Select(one => (one.GetProperty("row").GetInt32(), one.GetProperty("column").GetString())));
        Assert.All(failed, one => Assert.StartsWith($"Row {one.GetProperty("row").GetInt32()}, column ", one.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.Empty(TestHome.Inventory(_home.Projects));
    }

    [Fact]
    public async Task Each_row_is_filmed_with_its_own_options_over_those_of_the_command()
    {
        var file = _home["films.jsonl"];
        await File.WriteAllLinesAsync(
            file,
            [
                """{"idea":"A cat sleeps on a warm roof","aspect":"1:1","chain":true,"manner":"calm","rate":0.9}""",
                """{"idea":"A kite over the sea","duration":4}""",
            ],
            TestContext.Current.CancellationToken);
        var answer = (await _home.AskAsync("text2video", "--batch", file, "--duration", "3", "--quality", "preview", "--captions", "none", "--together", "2")).Expect(0).Json;
        var films = answer.GetProperty("films").EnumerateArray().ToList();
        Assert.Equal(2, films.Count);
        Assert.All(films, film => Assert.True(File.Exists(film.GetProperty("film").GetString())));
        var briefs = films.Select(film => JsonDocument.Parse(File.ReadAllText(Path.Combine(film.GetProperty("project").GetString()!, "project.json"))).RootElement.GetProperty("brief")).ToList();
        Assert.Equal([("1:1", 3.0), ("9:16", 4.0)], briefs.Select(brief => (brief.GetProperty("aspect").GetString(), brief.GetProperty("duration").GetDouble())));
        Assert.Equal([true, false], briefs.Select(brief => brief.GetProperty("chain").GetBoolean()));
        Assert.Equal([("calm", 0.9)], briefs.Where(brief => brief.TryGetProperty("manner", out _))
            .Select(brief => (brief.GetProperty("manner").GetProperty("style").GetString()!, brief.GetProperty("manner").GetProperty("rate").GetDouble())));
        Assert.All(films, film => Assert.True(File.Exists(Path.Combine(film.GetProperty("project").GetString()!, "thumbnail.png"))));
    }

    [Fact]
    public async Task A_row_says_whether_scenes_are_chained_and_how_everybody_speaks()
    {
        var file = _home["films.csv"];
        string[] rows = ["idea,chain,manner,rate", "A boat at sea,true,calm,0.9", "A boat at sea,,shouting,", "A boat at sea,false,,3"];
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);
        var answer = (await _home.AskAsync("text2video", "--batch", file, "--duration", "6", "--dry-run")).Expect(3).Json;
        Assert.Single(answer.GetProperty("films").EnumerateArray());
        Assert.Equal(
            [(3, "manner"), (4, "rate")], answer.GetProperty("failed").EnumerateArray().Select(one => (one.GetProperty("row").GetInt32(), one.GetProperty("column").GetString())));
    }

    [Fact]
    public async Task A_header_that_nobody_understands_is_refused_before_anything_is_made()
    {
        var file = _home["films.csv"];
        await File.WriteAllTextAsync(file, "idea,colour\nA dog,red\n", TestContext.Current.CancellationToken);
        var error = (await _home.AskAsync("text2video", "--batch", file)).Expect(2).Json.GetProperty("error");
        Assert.Equal("cli.batch-column", error.GetProperty("code").GetString());
        Assert.Equal("colour", error.GetProperty("field").GetString());
    }

    public void Dispose() => _home.Dispose();
}
