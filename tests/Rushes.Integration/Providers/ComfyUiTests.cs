using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.FakeProviders.ComfyUi;
using Rushes.Film.Takes;
using Rushes.Providers.ComfyUi;
using Order = Rushes.FakeProviders.Operations.Order;

namespace Rushes.Integration.Providers;

public sealed class ComfyUiTests : VideoProviderContract
{
    protected override string Name => "comfyui";

    protected override bool CanCancel => true;

    protected override bool HasPolicy => false;

    protected override void Add(IServiceCollection services) =>
        services.AddSingleton<IVideoProvider, ComfyUiProvider>().AddSingleton<IAccountCheck, ComfyUiCheck>();

    protected override void AssertUnderstood(ShotOrder sent, Order understood)
    {
        Assert.StartsWith(sent.Prompt + "\n", understood.Prompt, StringComparison.Ordinal);
        Assert.Equal((sent.Seed, "480:848"), (understood.Seed, understood.Aspect));
        Assert.True(understood.Seconds >= sent.Rate.Seconds(sent.Frames));
    }

    [Fact]
    public async Task What_the_server_lacks_is_named_before_anything_is_submitted()
    {
        await using var set = await OpenAsync(new FakeOptions
        {
            Generate = TimeSpan.Zero,
            Comfy = new ComfyOptions { MissingNodes = ["ModelSamplingSD3"], MissingModels = ["wan_2.1_vae.safetensors"] },
        });
        var account = await AccountAsync(set);
        var refused = Assert.IsType<Submission.Refused>(await set.SubmitAsync(ProviderSet.Order(), account)).Reason;
        Assert.Equal(RefusalKind.NotAllowed, refused.Kind);
        Assert.Contains("ModelSamplingSD3", refused.Words, StringComparison.Ordinal);
        Assert.Contains("wan_2.1_vae.safetensors", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(set.Server.Calls.All, call => call is { Method: "POST" });
        await set.FilmAsync(ProviderSet.Order() with { Model = "ltx-2" }, account);

        var facts = (await set.Check.CheckAsync(account, Stop)).Facts;
        Assert.Contains(facts, fact => fact.Contains("wan-2.2", StringComparison.Ordinal) && fact.Contains("ModelSamplingSD3", StringComparison.Ordinal));
        Assert.Contains(facts, fact => fact.Contains("ltx-2", StringComparison.Ordinal) && !fact.Contains("safetensors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_had_everything_is_not_asked_again_until_it_says_that_something_is_gone()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        await set.FilmAsync(ProviderSet.Order(), account);
        var asked = set.Server.Calls.To("/object_info/").Count;
        await set.FilmAsync(ProviderSet.Order("Another boat"), account);
        Assert.Equal(asked, set.Server.Calls.To("/object_info/").Count);
        Assert.Equal(RefusalKind.NotAllowed, KindOf(await set.SubmitAsync(ProviderSet.Order("A ship [[nodeerror]]"), account)));
        await set.FilmAsync(ProviderSet.Order("A third boat"), account);
        Assert.True(set.Server.Calls.To("/object_info/").Count > asked);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("late500")]
    public async Task A_submission_whose_answer_was_lost_is_found_by_its_own_id(string fault)
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromMilliseconds(200) });
        var account = await AccountAsync(set);
        Assert.IsType<Submission.Lost>(await set.Provider.SubmitAsync(ProviderSet.Order($"A boat [[{fault}]]"), account, "attempt-1", Stop));
        var found = Assert.IsType<LookUp.Found>(await set.Provider.LookUpAsync("attempt-1", account, Stop)).Operation;
        Assert.Equal(Assert.Single(set.Server.Operations.All).Name, found);
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(found, account));
        Assert.Equal(found, Assert.IsType<LookUp.Found>(await set.Provider.LookUpAsync("attempt-1", account, Stop)).Operation);
        Assert.IsType<Delivery.Delivered>(await set.DownloadAsync(found, account));
    }

    [Fact]
    public async Task A_submission_that_never_arrived_is_proven_absent_and_an_unanswered_question_proves_nothing()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        Assert.IsType<Submission.Lost>(await set.Provider.SubmitAsync(ProviderSet.Order("A boat [[500]]"), account, "attempt-1", Stop));
        Assert.IsType<LookUp.Absent>(await set.Provider.LookUpAsync("attempt-1", account, Stop));
        Assert.IsType<LookUp.Unclear>(await set.Provider.LookUpAsync("attempt-1", account with { BaseUrl = "http://127.0.0.1:9/" }, Stop));
    }

    [Fact]
    public async Task Pictures_are_put_among_the_inputs_and_first_and_last_have_a_workflow_of_their_own()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var (first, last) = (set.PartOf("first") + ".png", set.PartOf("last") + ".jpg");
        await File.WriteAllBytesAsync(first, [0x89, (byte)'P', (byte)'N', (byte)'G', 1], Stop);
        await File.WriteAllBytesAsync(last, [0xFF, 0xD8, 0xFF, 2], Stop);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = first }, account);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = first, LastFrame = last }, account);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = first, Model = "ltx-2" }, account);
        Assert.Equal(["first", "first,last", "first"], set.Server.Operations.All.Select(operation => string.Join(',', operation.Order.Enclosures.Select(enclosure => enclosure.Role).Order())));
        Assert.Contains("LTXVImgToVideoInplace", set.Server.Calls.To("/prompt")[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_comes_over_the_websocket_and_work_ends_well_when_that_breaks()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromSeconds(3) });
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[socketdrop]]"), account);
        var heard = new List<double>();
        OperationStatus status;
        do
        {
            status = await set.PollAsync(operation, account);
            if (status is OperationStatus.Generating { Progress: { } progress })
                heard.Add(progress);
            await Task.Delay(50, Stop);
        }
        while (status is OperationStatus.Generating);
        Assert.Equal(Cost.Free, Assert.IsType<OperationStatus.Finished>(status).Cost);
        Assert.Contains(set.Server.Calls.To("/ws"), call => call.Outcome.Contains("socketdrop", StringComparison.Ordinal));
        Assert.NotEmpty(heard);
        Assert.Equal(heard.Order(), heard);
        Assert.All(heard, progress => Assert.InRange(progress, 0, 1));
    }

    [Fact]
    public async Task Work_that_waits_is_taken_out_of_the_queue_and_the_running_one_goes_on()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromHours(1) });
        var account = await AccountAsync(set);
        var (running, waiting) = (await set.AcceptedAsync(ProviderSet.Order(), account), await set.AcceptedAsync(ProviderSet.Order("Another boat"), account));
        Assert.True(await set.Provider.CancelAsync(waiting, account, Stop));
        Assert.IsType<OperationStatus.Generating>(await set.PollAsync(running, account));
        Assert.False(await set.Provider.CancelAsync(waiting, account, Stop));
    }

    [Fact]
    public async Task Work_that_the_server_forgot_may_be_filmed_again_because_nothing_was_paid()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[lost]]"), account);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(operation, account));
        Assert.Equal(RefusalKind.FailedAtProvider, refused.Reason.Kind);
        Assert.IsType<Delivery.Gone>(await set.DownloadAsync(operation, account));
    }

    [Fact]
    public async Task A_proxy_before_the_server_gets_its_header_and_nobody_else_does()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.Zero, Accounts = [new FakeAccount { Name = "one", Tokens = ["good"] }] });
        await set.FilmAsync(ProviderSet.Order("A boat [[redirect]]"), await set.AccountAsync("a", new(["good"])));
        await set.FilmAsync(ProviderSet.Order("Another boat"), await set.AccountAsync("b", new(["Authorization: Bearer good"])));
        Assert.All(set.CdnCalls, call => Assert.False(call.CarriesCredential));
        var outsider = await set.AccountAsync("c", new(["bad"]));
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order(), outsider)));
        Assert.Equal(Troubles.SignedOut, (await set.Check.CheckAsync(outsider, Stop)).Trouble?.Code);
    }
}
