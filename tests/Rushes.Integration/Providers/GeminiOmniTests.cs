using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Prompts;
using Rushes.FakeProviders;
using Rushes.Film.Briefs;
using Rushes.Providers.GeminiOmni;

namespace Rushes.Integration.Providers;

public sealed class GeminiOmniTests : TokenProviderContract
{
    protected override string Name => "gemini-omni";

    protected override bool CanCancel => true;

    protected override void Add(IServiceCollection services)
    {
        services.AddSingleton<IVideoProvider, GeminiOmniProvider>();
        services.AddSingleton<IAccountCheck, OmniAccountCheck>();
    }

    [Fact]
    public async Task Accepted_and_then_too_many_means_that_nothing_was_made()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[toomanylater:23.397]]"), account);
        foreach (var _ in new[] { "as an answer of 429", "as an interaction that failed" })
        {
            var refused = Assert.IsType<OperationStatus.Refused>(await set.PollAsync(operation, account));
            Assert.Equal((RefusalKind.Throttled, TimeSpan.FromSeconds(23.397)), (refused.Reason.Kind, refused.Reason.RetryAfter));
        }
    }

    [Fact]
    public async Task Too_many_questions_are_no_word_about_an_interaction_that_was_seen_at_work()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromSeconds(1) });
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order(), account);
        Assert.IsType<OperationStatus.Generating>(await set.PollAsync(operation, account));
        set.Server.Faults.Add("account-1", "status-429:5");
        Assert.IsType<OperationStatus.Unreadable>(await set.PollAsync(operation, account));
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
    }

    [Fact]
    public async Task A_stray_word_about_the_key_does_not_sign_the_account_out()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[status-400*2]]"), account);
        Assert.IsType<OperationStatus.Unreadable>(await set.PollAsync(operation, account));
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
    }

    [Fact]
    public async Task A_file_that_is_still_worked_on_is_waited_for()
    {
        await using var set = await OpenAsync();
        var operation = await set.FilmAsync(ProviderSet.Order("A boat [[processing*1]]"), await AccountAsync(set));
        Assert.NotEmpty(operation);
    }

    [Fact]
    public async Task An_unknown_interaction_has_vanished()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        Assert.IsType<OperationStatus.Vanished>(await set.PollAsync("v1_nobody", account));
        Assert.IsType<Delivery.Gone>(await set.DownloadAsync("v1_nobody", account));
    }

    [Fact]
    public async Task What_it_cost_is_counted_from_its_tokens()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order() with { Model = "gemini-omni-1.1-flash" }, account);
        var finished = Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));

        // 4 seconds of 5,792 tokens at 17.50 dollars a million, and a little for words.
        Assert.InRange(finished.Cost!.Amount, 0.405m, 0.409m);
    }

    [Fact]
    public async Task Pictures_go_along_as_first_frame_last_frame_and_references()
    {
        await using var set = await OpenAsync();
        var picture = set.PartOf("picture") + ".png";
        await File.WriteAllBytesAsync(picture, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAuj1qUQAAAABJRU5ErkJggg=="), Stop);
        var host = picture + ".host.png";
        File.Copy(picture, host);
        var order = ProviderSet.Order() with
        {
            Workflow = Workflow.Image2Video,
            Picture = new(picture),
            LastFrame = picture,
            References = [new ReferencePicture(host)],
        };
        await set.FilmAsync(order, await AccountAsync(set));
        var understood = Assert.Single(set.Server.Operations.All).Order;
        Assert.Equal(["first", "last", "reference"], understood.Enclosures.Select(enclosure => enclosure.Role));
        Assert.All(understood.Enclosures, enclosure => Assert.Equal("image/png", enclosure.MimeType));
        Assert.EndsWith(order.Prompt, understood.Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_says_which_models_the_key_opens()
    {
        await using var set = await OpenAsync();
        var health = await set.Check.CheckAsync(await AccountAsync(set), Stop);
        Assert.Null(health.Trouble);
        Assert.Contains("2", Assert.Single(health.Facts), StringComparison.Ordinal);
    }
}
