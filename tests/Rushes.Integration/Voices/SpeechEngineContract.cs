using Rushes.Engine.Voices;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;

namespace Rushes.Integration.Voices;

/// <summary>What every service promises that speaks lines for money, over real HTTP against the fake server of its wire.</summary>
public abstract class SpeechEngineContract
{
    private const string Key = "secret-key-of-a";

    /// <summary>The engine's name.</summary>
    protected abstract string Engine { get; }

    /// <summary>What an account's address has after the server's.</summary>
    protected virtual string Path => "";

    /// <summary>A voice of the data file that speaks Vietnamese.</summary>
    protected abstract string Voice { get; }

    /// <summary>The header that carries the key.</summary>
    protected abstract string KeyHeader { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected Task<SpeechSet> OpenAsync(FakeOptions? options = null) => SpeechSet.OpenAsync(Engine, Path, options);

    [Fact]
    public async Task A_line_is_spoken_with_the_key_in_a_header_and_nowhere_else()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        var spoken = await set.SpokenAsync(set.Order(Voice));
        Assert.InRange(spoken.Seconds, 0.3, 5);
        var asked = Assert.Single(set.Asked);
        Assert.Contains(KeyHeader, asked.Headers);
        Assert.All(set.Server.Calls.All, call => Assert.DoesNotContain("***", call.Query, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, asked.Path + asked.Query + asked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(set.Server.Calls.All, call => call.Door == Door.Cdn);
        Assert.Equal("A", spoken.Receipt!.Account);
        Assert.False(spoken.Receipt.Kept);
    }

    [Fact]
    public async Task A_longer_line_takes_longer()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        var brief = await set.SpokenAsync(set.Order(Voice, "Chào."));
        var lengthy = await set.SpokenAsync(set.Order(Voice, "Chào các bạn, hôm nay chúng ta cùng nhau đi dạo một vòng quanh khu phố cổ."));
        Assert.True(lengthy.Seconds > 3 * brief.Seconds, $"{lengthy.Seconds} s and {brief.Seconds} s");
    }

    [Fact]
    public async Task A_line_that_was_paid_for_is_never_asked_for_again()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        var first = await set.SpokenAsync(set.Order(Voice));
        await set.SpokenAsync(set.Order(Voice));
        await set.RestartAsync();
        var again = await set.SpokenAsync(set.Order(Voice));
        Assert.Single(set.Asked);
        Assert.True(again.Receipt!.Kept);
        Assert.Equal(first.Receipt! with { Kept = true }, again.Receipt);
        Assert.Equal(first.Seconds, again.Seconds);
    }

    [Fact]
    public async Task A_line_has_its_price_before_it_is_spoken_and_none_once_it_was_paid_for()
    {
        await using var set = await OpenAsync();
        Assert.Null(await set.Engine.PriceAsync(set.Order(Voice), 2, Stop));
        await set.AccountAsync("a", Key);
        var price = (await set.Engine.PriceAsync(set.Order(Voice), 2, Stop))!;
        Assert.True(price.Amount > 0 || price.Unknown.Count == 1, $"{price}");
        Assert.Empty(set.Asked);
        var spoken = await set.SpokenAsync(set.Order(Voice));
        Assert.Equal(spoken.Receipt!.Cost is null, price.Amount is null);
        Assert.True((await set.Engine.PriceAsync(set.Order(Voice, rate: 1.1), 2, Stop))!.IsFree);
        Assert.Single(set.Asked);
    }

    [Fact]
    public async Task Equal_lines_at_the_same_time_are_asked_for_once()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromMilliseconds(50) });
        await set.AccountAsync("a", Key);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => set.SpokenAsync(set.Order(Voice))));
        Assert.Single(set.Asked);
    }

    [Fact]
    public async Task A_line_spoken_faster_to_fit_its_scene_costs_nothing_more()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        var natural = await set.SpokenAsync(set.Order(Voice, "Một câu đủ dài để nghe rõ nhanh chậm ra sao."));
        var faster = await set.SpokenAsync(set.Order(Voice, "Một câu đủ dài để nghe rõ nhanh chậm ra sao.", rate: 1.15));
        Assert.Single(set.Asked);
        Assert.Equal(natural.Seconds / 1.15, faster.Seconds, 0.1);
    }

    [Fact]
    public async Task Another_text_voice_or_language_is_another_line()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        await set.SpokenAsync(set.Order(Voice, "Một."));
        await set.SpokenAsync(set.Order(Voice, "Hai."));
        Assert.Equal(2, set.Asked.Count);
    }

    [Fact]
    public async Task A_wrong_key_is_asked_with_once_and_a_renewed_one_speaks_at_once()
    {
        await using var set = await OpenAsync(Known("one", "good"));
        var account = await set.AccountAsync("a", "old", "older");
        var refused = Silent(await set.SpeakAsync(set.Order(Voice)));
        Assert.True(refused.ForNow);
        Assert.StartsWith("A (", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("old", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(2, set.Asked.Count);
        await set.RenewAsync(account, "good");
        await set.SpokenAsync(set.Order(Voice));
    }

    [Fact]
    public async Task One_bad_key_of_two_does_no_harm()
    {
        await using var set = await OpenAsync(Known("one", "good"));
        await set.AccountAsync("a", "old", "good");
        await set.SpokenAsync(set.Order(Voice, "Một."));
        await set.SpokenAsync(set.Order(Voice, "Hai."));
        Assert.Single(set.Asked, call => call.Status == 401);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("429:0.05")]
    [InlineData("503")]
    [InlineData("500")]
    [InlineData("502")]
    public async Task A_service_that_is_busy_or_down_for_a_moment_is_asked_again(string fault)
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, fault);
        await set.SpokenAsync(set.Order(Voice));
        Assert.Equal(2, set.Asked.Count);
    }

    [Fact]
    public async Task The_time_that_a_throttling_service_names_is_kept_to()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, "429:1");
        await set.SpokenAsync(set.Order(Voice));
        var waited = set.Asked[1].Arrived - set.Asked[0].Arrived;
        Assert.True(waited >= TimeSpan.FromSeconds(0.9), $"asked again after {waited}");
    }

    [Fact]
    public async Task Another_account_speaks_while_one_is_throttled()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.Zero, Accounts = [Somebody("one", "key-1"), Somebody("two", "key-2")] });
        await set.AccountAsync("a", "key-1");
        await set.AccountAsync("b", "key-2");
        set.Server.Faults.Add("one", "429:60*always");
        var spoken = await set.SpokenAsync(set.Order(Voice));
        Assert.Equal("B", spoken.Receipt!.Account);
    }

    [Fact]
    public async Task A_service_that_stays_down_is_given_up_after_a_few_calls_and_for_the_rest_of_the_film()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, "503*always");
        Assert.True(Silent(await set.SpeakAsync(set.Order(Voice))).ForNow);
        Assert.InRange(set.Asked.Count, 2, 5);
    }

    [Fact]
    public async Task An_empty_balance_is_asked_once_and_said()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, "quota*always");
        Assert.True(Silent(await set.SpeakAsync(set.Order(Voice))).ForNow);
        Silent(await set.SpeakAsync(set.Order(Voice, "Một câu khác.")));
        Assert.True(set.Asked.Count <= Models, $"{set.Asked.Count} calls");
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("html")]
    [InlineData("empty")]
    [InlineData("damaged")]
    public async Task An_answer_that_holds_no_whole_sound_is_asked_for_once_more_and_no_more(string fault)
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, fault);
        var order = set.Order(Voice);
        await set.SpokenAsync(order);
        Assert.Equal(2, set.Asked.Count);

        set.Server.Faults.Add(Key, $"{fault}*always");
        var failing = set.Order(Voice, "Một câu khác hẳn.");
        var silent = Silent(await set.SpeakAsync(failing));
        Assert.Equal(4, set.Asked.Count);
        Assert.False(silent.ForNow, "The next line may be spoken.");
        Assert.False(File.Exists(failing.Wav));
        Assert.NotEmpty(silent.Reason);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_once_more_and_no_more()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        set.Server.Faults.Add(Key, "drop*always");
        Silent(await set.SpeakAsync(set.Order(Voice)));
        Assert.Equal(2, set.Asked.Count);
    }

    [Fact]
    public async Task Without_an_account_there_are_no_voices_but_they_are_known()
    {
        await using var set = await OpenAsync();
        Assert.Empty(await set.Engine.VoicesAsync(Stop));
        Assert.NotNull(set.Engine.Find(Voice, "vi"));
        Assert.True(Silent(await set.SpeakAsync(set.Order(Voice))).ForNow);
        Assert.Empty(set.Server.Calls.All);

        await set.AccountAsync("a", Key);
        var voices = await set.Engine.VoicesAsync(Stop);
        Assert.Contains(voices, voice => voice.Name == Voice && voice.Speaks("vi"));
        Assert.Empty(set.Asked);
    }

    [Fact]
    public async Task A_voice_of_the_users_own_may_be_named()
    {
        await using var set = await OpenAsync();
        var own = set.Engine.Find($"{Engine}:my-own-voice", "vi");
        Assert.Equal($"{Engine}:my-own-voice", own?.Name);
        Assert.Null(set.Engine.Find($"{Engine}:", "vi"));
    }

    [Fact]
    public async Task Signs_that_a_service_might_take_for_commands_do_not_reach_it()
    {
        await using var set = await OpenAsync();
        await set.AccountAsync("a", Key);
        await set.SpokenAsync(set.Order(Voice, "Giá <break/> 249.000đ & \"rẻ\" [hét lên] 😀 {x}"));
        var body = Assert.Single(set.Asked).Body;
        Assert.DoesNotContain("[", TextOf(body), StringComparison.Ordinal);
        Assert.Contains("249.000", TextOf(body), StringComparison.Ordinal);
        Assert.Contains("rẻ", TextOf(body), StringComparison.Ordinal);
    }

    /// <summary>Models of the data file that are asked for a Vietnamese line.</summary>
    protected virtual int Models => 2;

    /// <summary>The line as it stands in a request's body.</summary>
    protected abstract string TextOf(string body);

    protected static Utterance.Silent Silent(Utterance utterance) => Assert.IsType<Utterance.Silent>(utterance);

    private static FakeOptions Known(string account, string key) => new() { Generate = TimeSpan.Zero, Accounts = [Somebody(account, key)] };

    private static FakeAccount Somebody(string name, string key) => new() { Name = name, Tokens = [key] };
}
