using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;
using Order = Rushes.FakeProviders.Operations.Order;

namespace Rushes.Integration.Providers;

/// <summary>What every provider promises to the lanes, tried against the fake server of its wire.</summary>
public abstract class VideoProviderContract
{
    /// <summary>The provider's name, and its fake's.</summary>
    protected abstract string Name { get; }

    /// <summary>Whether the wire has a way to take work back.</summary>
    protected virtual bool CanCancel => false;

    /// <summary>Whether a cut download goes on where it stopped; a clip that comes within an answer begins anew.</summary>
    protected virtual bool Resumes => true;

    /// <summary>Whether the provider judges what it films; a program on one's own machine does not.</summary>
    protected virtual bool HasPolicy => true;

    /// <summary>The project that accounts name, where the wire cannot do without.</summary>
    protected virtual string? Project => null;

    /// <summary>What an answer of 403 without a reason means for a submission.</summary>
    protected virtual RefusalKind WhenForbidden => RefusalKind.NotAllowed;

    /// <summary>The faults after which nobody can know whether a submission was accepted.</summary>
    protected virtual IReadOnlyList<string> LosingFaults => ["drop", "late500", "500", "502", "503", "nobody", "array"];

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Registers the provider and its account check.</summary>
    protected abstract void Add(IServiceCollection services);

    /// <summary>How an account signs in with a token that the fake knows.</summary>
    protected virtual Credentials CredentialsOf(string token) => new([token]);

    /// <summary>Compares what the server understood with what was ordered.</summary>
    protected virtual void AssertUnderstood(ShotOrder sent, Order understood)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(understood);
        Assert.Equal(sent.Prompt, understood.Prompt);
        Assert.Equal(sent.Aspect.ToString(), understood.Aspect);
        Assert.Equal(sent.Seed, understood.Seed);
        Assert.True(understood.Seconds >= sent.Rate.Seconds(sent.Frames) - 0.01, $"{understood.Seconds} s hold no scene of {sent.Frames} frames");
    }

    protected Task<ProviderSet> OpenAsync(FakeOptions? options = null) => ProviderSet.OpenAsync(Name, Add, options, Project);

    protected Task<Account> AccountAsync(ProviderSet set, string id = "a", string? name = null) => set.AccountAsync(id, CredentialsOf("token-of-" + id), name: name);

    protected static RefusalKind KindOf(Submission submission) => Assert.IsType<Submission.Refused>(submission).Reason.Kind;

    [Fact]
    public async Task An_order_becomes_a_whole_clip_of_what_was_ordered()
    {
        await using var set = await OpenAsync();
        var order = ProviderSet.Order();
        await set.FilmAsync(order, await AccountAsync(set));
        AssertUnderstood(order, Assert.Single(set.Server.Operations.All).Order);
    }

    [Fact]
    public async Task A_wrong_request_is_a_definite_no()
    {
        await using var set = await OpenAsync();
        var answer = await set.SubmitAsync(ProviderSet.Order("A boat [[400]]"), await AccountAsync(set));
        Assert.Equal(RefusalKind.BadRequest, KindOf(answer));
        Assert.NotEmpty(((Submission.Refused)answer).Reason.Words);
        Assert.Empty(set.Server.Operations.All);
    }

    [Fact]
    public async Task A_model_that_the_provider_does_not_have_is_refused_before_anything_is_sent()
    {
        await using var set = await OpenAsync();
        var answer = await set.SubmitAsync(ProviderSet.Order() with { Model = "no-such-model" }, await AccountAsync(set));
        Assert.Equal(RefusalKind.BadRequest, KindOf(answer));
        Assert.Empty(set.Server.Calls.All);
    }

    [Fact]
    public async Task Too_many_requests_rest_the_account_for_as_long_as_the_provider_says()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var told = Assert.IsType<Submission.Refused>(await set.SubmitAsync(ProviderSet.Order("A boat [[429:7]]"), account)).Reason;
        Assert.Equal((RefusalKind.Throttled, TimeSpan.FromSeconds(7)), (told.Kind, told.RetryAfter));
        var untold = Assert.IsType<Submission.Refused>(await set.SubmitAsync(ProviderSet.Order("A ship [[429]]"), account)).Reason;
        Assert.Equal((RefusalKind.Throttled, null), (untold.Kind, untold.RetryAfter));
        Assert.Empty(set.Server.Operations.All);
    }

    [Fact]
    public async Task An_empty_balance_is_told_from_too_many_requests()
    {
        await using var set = await OpenAsync();
        Assert.Equal(RefusalKind.QuotaGone, KindOf(await set.SubmitAsync(ProviderSet.Order("A boat [[402]]"), await AccountAsync(set))));
    }

    [Fact]
    public async Task What_the_account_may_not_do_is_no_fault_of_the_order()
    {
        await using var set = await OpenAsync();
        Assert.Equal(WhenForbidden, KindOf(await set.SubmitAsync(ProviderSet.Order("A boat [[403]]"), await AccountAsync(set))));
    }

    [Fact]
    public async Task An_answer_that_does_not_tell_leaves_the_submission_open()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        foreach (var fault in LosingFaults)
        {
            var answer = await set.SubmitAsync(ProviderSet.Order($"A boat [[{fault}]]"), account);
            Assert.True(answer is Submission.Lost, $"{fault}: {answer}");
        }

        // Two of them came after the work existed, and nothing was sent twice.
        Assert.Equal(2, set.Server.Operations.All.Count);
    }

    [Fact]
    public async Task What_never_left_this_machine_is_known_to_be_unsent()
    {
        await using var set = await OpenAsync();
        var nobody = await AccountAsync(set) with { BaseUrl = "http://127.0.0.1:9/" };
        Assert.Equal(RefusalKind.Unreachable, KindOf(await set.SubmitAsync(ProviderSet.Order(), nobody)));
    }

    [Theory]
    [InlineData("status-503*2")]
    [InlineData("status-502")]
    [InlineData("status-drop")]
    public async Task A_question_that_fails_is_not_an_operation_that_failed(string fault)
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order($"A boat [[{fault}]]"), account);
        Assert.IsType<OperationStatus.Unreadable>(await set.PollAsync(operation, account));
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
    }

    [Fact]
    public async Task Content_that_the_provider_refuses_is_a_matter_of_policy()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[blocked]]"), account), account));
        Assert.Equal(HasPolicy ? RefusalKind.Policy : RefusalKind.FailedAtProvider, refused.Reason.Kind);
        Assert.NotEmpty(refused.Reason.Words);
    }

    [Fact]
    public async Task A_failure_at_the_provider_is_worth_another_attempt()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[failed]]"), account), account));
        Assert.Equal(RefusalKind.FailedAtProvider, refused.Reason.Kind);
    }

    [Fact]
    public async Task An_operation_that_does_not_exist_is_never_called_finished()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var real = await set.AcceptedAsync(ProviderSet.Order(), account);
        var statuses = await set.Provider.PollAsync([real, "no-such-operation"], account, Stop);
        Assert.IsType<OperationStatus.Finished>(statuses[real]);
        Assert.False(statuses.GetValueOrDefault("no-such-operation") is OperationStatus.Finished or OperationStatus.Generating);
        Assert.IsNotType<Delivery.Delivered>(await set.DownloadAsync("no-such-operation", account));
    }

    [Fact]
    public async Task A_cut_download_goes_on_where_it_stopped()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[truncated]]"), account);
        await set.EndAsync(operation, account);
        Assert.IsType<Delivery.Broken>(await set.DownloadAsync(operation, account));
        var arrived = File.Exists(set.PartOf(operation)) ? new FileInfo(set.PartOf(operation)).Length : 0;
        var delivered = Assert.IsType<Delivery.Delivered>(await set.DownloadAsync(operation, account));
        Assert.IsType<ClipVerdict.Good>(await set.LookAsync(operation));
        if (!Resumes)
            return;
        Assert.InRange(arrived, 1, delivered.Bytes - 1);
        Assert.Contains("range", set.Server.Calls.All.Last(call => call.Outcome.Contains("deliver", StringComparison.Ordinal)).Headers);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("empty")]
    [InlineData("expired")]
    [InlineData("download-503")]
    public async Task A_download_that_brings_no_clip_is_tried_again_with_a_fresh_address(string fault)
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order($"A boat [[{fault}]]"), account);
        await set.EndAsync(operation, account);
        Assert.IsType<Delivery.Broken>(await set.DownloadAsync(operation, account));
        Assert.IsType<Delivery.Delivered>(await set.DownloadAsync(operation, account));
        Assert.IsType<ClipVerdict.Good>(await set.LookAsync(operation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[[redirect]]")]
    public async Task No_credential_ever_reaches_the_download_host(string marker)
    {
        await using var set = await OpenAsync();
        var operation = await set.FilmAsync(ProviderSet.Order("A boat " + marker), await AccountAsync(set));
        Assert.All(set.CdnCalls, call => Assert.False(call.CarriesCredential, $"{call.Method} {call.Path}"));
        Assert.All(set.Server.Calls.All, call => Assert.DoesNotContain("token-of-a", call.Path + call.Query, StringComparison.Ordinal));
        Assert.DoesNotContain("token-of-a", operation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_taken_back_where_the_wire_can_and_said_to_go_on_where_it_cannot()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromHours(1) });
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order(), account);
        Assert.Equal(CanCancel, await set.Provider.CancelAsync(operation, account, Stop));
        Assert.Equal(CanCancel, Assert.Single(set.Server.Operations.All).State == Rushes.FakeProviders.Operations.OperationState.Cancelled);
    }

    [Fact]
    public async Task A_submission_ends_when_it_is_cancelled()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        using var stop = new CancellationTokenSource();
        var call = set.Provider.SubmitAsync(ProviderSet.Order("A boat [[slow:600]]"), account, "attempt-1", stop.Token);
        while (set.Server.Operations.All.Count == 0 && !call.IsCompleted)
            await Task.Delay(10, Stop);
        await stop.CancelAsync();
        try
        {
            Assert.IsType<Submission.Lost>(await call);
        }
        catch (OperationCanceledException)
        {
            // Either tells the lane that nobody knows.
        }
    }

    [Fact]
    public async Task An_account_is_checked_without_paying()
    {
        await using var set = await OpenAsync();
        var health = await set.Check.CheckAsync(await AccountAsync(set), Stop);
        Assert.Null(health.Trouble);
        Assert.Empty(set.Server.Operations.All);
        Assert.Equal(Name, set.Check.Provider);
        var gone = await set.Check.CheckAsync(await AccountAsync(set) with { BaseUrl = "http://127.0.0.1:9/" }, Stop);
        Assert.Equal(Troubles.Unreachable, gone.Trouble?.Code);
    }
}
