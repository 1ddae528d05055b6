using System.Text;
using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>Accounts on the command line, as a stranger keeps them.</summary>
public sealed class AccountsTests : IDisposable
{
    private const string Seeds =
        """
        [{"name":"Account A","provider":"google-flow","project_id":"p-a","tokens":["PLANTED-a1","PLANTED-a2"],"enabled":true,
          "base_url":null,"quota_group":null,"limits":{"max_in_flight":4,"submit_interval_ms":500}},
         {"name":"Account B","project_id":"p-b","tokens":["PLANTED-b"],"enabled":false},
         {"name":"Account C","project_id":"p-c","tokens":[]}]
        """;

    private readonly TestHome _home = new();

    [Fact]
    public async Task What_is_imported_is_listed_with_its_state_and_never_with_a_token()
    {
        var imported = (await ImportAsync(Seeds)).Expect(0);
        Assert.Equal(3, imported.Json.GetProperty("added").GetInt32());

        var listed = (await _home.AskAsync("accounts", "list")).Expect(0);
        Assert.DoesNotContain("PLANTED", listed.Output + listed.Errors + imported.Output, StringComparison.Ordinal);
        var accounts = Accounts(listed);
        Assert.Equal(("ready", 2), (accounts["Account A"].GetProperty("state").GetString(), accounts["Account A"].GetProperty("tokens").GetInt32()));
        Assert.Equal("disabled", accounts["Account B"].GetProperty("state").GetString());
        var waiting = Assert.Single(accounts["Account C"].GetProperty("rests").EnumerateArray());
        Assert.Equal("no-token", waiting.GetProperty("code").GetString());
        Assert.Contains("rushes accounts set \"Account C\"", waiting.GetProperty("remedy").GetString(), StringComparison.Ordinal);

        var lines = (await _home.RunAsync("accounts", "list")).Expect(0).Output;
        Assert.All(["Account A", "Account B", "Account C", "disabled", "the account has no token"], words => Assert.Contains(words, lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_again_updates_and_a_malformed_file_imports_nothing()
    {
        (await ImportAsync("""{"labs_accounts":[{"name":"Old","project_id":"p-a","tokens":["x"],"enabled":true}]}""")).Expect(0);
        var again = (await ImportAsync(Seeds)).Expect(0).Json;
        Assert.Equal((2, 1), (again.GetProperty("added").GetInt32(), again.GetProperty("updated").GetInt32()));

        var before = (await _home.AskAsync("accounts", "list")).Output;
        var broken = (await ImportAsync("""[{"name":"New","project_id":"p-n","tokens":["y"]},{"name":"Bad","tokens":"PLANTED-bad"}]""")).Expect(2);
        Assert.Equal("[2].tokens", broken.Json.GetProperty("error").GetProperty("field").GetString());
        Assert.Contains("Entry 2 (Bad)", broken.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", broken.Output + broken.Errors, StringComparison.Ordinal);
        var unknown = (await ImportAsync("""[{"name":"New","provider":"sora","tokens":["y"]}]""")).Expect(2);
        Assert.Contains("gemini-omni", unknown.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, (await _home.AskAsync("accounts", "list")).Output);
    }

    [Fact]
    public async Task An_account_is_added_renewed_renamed_disabled_and_removed()
    {
        var added = (await _home.AskAsync("accounts", "add", "--provider", "fal", "--name", "Mine", "--key", "PLANTED-1", "--max-in-flight", "3")).Expect(0).Json;
        var id = added.GetProperty("id").GetString()!;
        (await _home.AskAsync("accounts", "set", id, "--name", "Renamed", "--token", "PLANTED-2", "--token", "PLANTED-3")).Expect(0);
        var account = Accounts(await _home.AskAsync("accounts", "list"))["Renamed"];
        Assert.Equal((id, 2, 3), (account.GetProperty("id").GetString(), account.GetProperty("tokens").GetInt32(), account.GetProperty("slots").GetInt32()));

        Assert.Equal("disabled", (await _home.AskAsync("accounts", "disable", "Renamed")).Expect(0).Json.GetProperty("state").GetString());
        Assert.Equal("ready", (await _home.AskAsync("accounts", "enable", "Renamed")).Expect(0).Json.GetProperty("state").GetString());
        (await _home.AskAsync("accounts", "remove", "Renamed")).Expect(0);
        Assert.Equal(["this machine"], Accounts(await _home.AskAsync("accounts", "list")).Keys);
        Assert.Contains("this machine", (await _home.AskAsync("accounts", "set", "Renamed", "--token", "t")).Expect(2).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--provider", "sora", "google-flow")]
    [InlineData("--base-url", "http://gate.example", "https")]
    [InlineData("--token", "two words", "Copy it again")]
    [InlineData("--max-in-flight", "0", "1000")]
    [InlineData("--document", "nowhere.json", "nowhere.json")]
    public async Task A_wrong_value_is_one_clear_sentence_and_adds_nothing(string option, string value, string words)
    {
        string[] arguments = option == "--provider" ? ["accounts", "add", option, value] : ["accounts", "add", "--provider", "fal", option, value];
        Assert.Contains(words, (await _home.AskAsync(arguments)).Expect(2).Sentence, StringComparison.Ordinal);
        Assert.Equal(["this machine"], Accounts(await _home.AskAsync("accounts", "list")).Keys);
    }

    [Fact]
    public async Task A_token_may_come_through_a_pipe_and_nothing_is_no_token()
    {
        // The test's program has an empty standard input.
        (await _home.AskAsync("accounts", "add", "--provider", "fal", "--name", "Mine", "--key", "PLANTED-1")).Expect(0);
        (await _home.AskAsync("accounts", "set", "Mine", "--key", "-")).Expect(2);
        Assert.Equal(1, Accounts(await _home.AskAsync("accounts", "list"))["Mine"].GetProperty("tokens").GetInt32());
    }

    [Fact]
    public async Task Testing_says_plainly_which_account_cannot_work()
    {
        (await ImportAsync("""[{"name":"Account C","project_id":"p-c","tokens":[]}]""")).Expect(0);
        var tested = (await _home.AskAsync("accounts", "test", "Account C")).Expect(3).Json.GetProperty("accounts")[0];
        Assert.Equal("bad", tested.GetProperty("result").GetString());
        Assert.Contains("no token", tested.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("cannot work", (await _home.RunAsync("accounts", "test", "Account C")).Expect(3).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_of_a_home_with_accounts_shows_a_credential()
    {
        (await ImportAsync(Seeds)).Expect(0);
        _home.Write("service.json", """{"type":"service_account","private_key":"PLANTED-private-key"}""");
        (await _home.AskAsync("accounts", "add", "--provider", "vertex-veo", "--name", "Cloud", "--project-id", "film", "--document", _home["service.json"])).Expect(0);
        var plan = (await _home.AskAsync("text2video", "A kitten in the rain", "--provider", "animatic", "--duration", "3", "--dry-run")).Expect(0);
        Assert.Equal(0, plan.Json.GetProperty("cost").GetProperty("estimated").GetDecimal());
        Assert.DoesNotContain("PLANTED", plan.Output + plan.Errors, StringComparison.Ordinal);
        var planted = Encoding.UTF8.GetBytes("PLANTED");
        var files = Directory.GetFiles(_home.Home, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith(".db", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(planted) < 0, file));
    }

    [Fact]
    public async Task Without_its_key_an_account_says_so_and_a_new_token_mends_it()
    {
        (await ImportAsync(Seeds)).Expect(0);
        Directory.Delete(Path.Combine(_home.Home, "keys"), recursive: true);
        var locked = Accounts((await _home.AskAsync("accounts", "list")).Expect(0))["Account A"];
        Assert.Equal("set_aside", locked.GetProperty("state").GetString());
        Assert.Contains("Account A", locked.GetProperty("locked").GetString(), StringComparison.Ordinal);
        Assert.Equal("ready", (await _home.AskAsync("accounts", "set", "Account A", "--token", "fresh")).Expect(0).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Who_has_no_model_of_a_name_is_told_the_names()
    {
        var unknown = (await _home.AskAsync("text2video", "A kitten", "--model", "sora-2")).Expect(2);
        Assert.Equal("model", unknown.Json.GetProperty("error").GetProperty("field").GetString());
        Assert.Contains("animatic", unknown.Sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_home.Projects));
    }

    public void Dispose() => _home.Dispose();

    private Task<Answer> ImportAsync(string content) => _home.AskAsync("accounts", "import", _home.Write("accounts.json", content));

    private static Dictionary<string, JsonElement> Accounts(Answer answer) =>
        answer.Json.GetProperty("accounts").EnumerateArray().ToDictionary(account => account.GetProperty("name").GetString()!, StringComparer.Ordinal);
}
