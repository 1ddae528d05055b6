namespace Rushes.Integration.EndToEnd;

/// <summary>The keys to the door of a studio that others can reach, from the command line.</summary>
public sealed class DoorCommandTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public async Task Without_an_owner_s_password_no_studio_opens_to_others()
    {
        var answer = (await _home.AskAsync("studio", "--host", "0.0.0.0", "--port", "0")).Expect(2);
        Assert.Equal("doors.no-password", answer.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("rushes studio password", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal("doors.password-length", (await _home.AskAsync("studio", "password")).Expect(2).Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_token_is_shown_once_and_can_be_revoked()
    {
        var token = (await _home.AskAsync("studio", "token", "robot")).Expect(0).Json.GetProperty("token").GetString()!;
        Assert.Matches("^rushes_[0-9a-f]{64}$", token);
        var list = (await _home.AskAsync("studio", "token")).Expect(0);
        Assert.Equal("robot", Assert.Single(list.Json.GetProperty("tokens").EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain(token, list.Output, StringComparison.Ordinal);
        (await _home.RunAsync("studio", "token", "robot")).Expect(2);
        (await _home.RunAsync("studio", "token", "robot", "--revoke")).Expect(0);
        (await _home.RunAsync("studio", "token", "robot", "--revoke")).Expect(2);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("999.1.1.1")]
    public async Task What_is_no_address_is_refused(string host) => (await _home.RunAsync("studio", "--host", host)).Expect(2);

    public void Dispose() => _home.Dispose();
}
