using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.FakeProviders.GoogleFlow;
using Rushes.Film.Accounts;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Takes;
using Rushes.Providers.GoogleFlow;

namespace Rushes.Integration.Providers;

public sealed class GoogleFlowTests : TokenProviderContract
{
    protected override string Name => "google-flow";

    protected override void Add(IServiceCollection services)
    {
        services.AddSingleton<IVideoProvider, GoogleFlowProvider>();
        services.AddSingleton<IAccountCheck, FlowAccountCheck>();
    }

    [Theory]
    [InlineData(FlowStatusShape.Successful)]
    [InlineData(FlowStatusShape.Succeeded)]
    [InlineData(FlowStatusShape.Documented)]
    [InlineData(FlowStatusShape.Media)]
    public async Task Every_shape_of_status_answer_leads_to_the_clip(FlowStatusShape shape)
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.Zero, Flow = new FlowOptions { Shape = shape } });
        await set.FilmAsync(ProviderSet.Order(), await AccountAsync(set));
        Assert.All(set.CdnCalls, call => Assert.False(call.CarriesCredential));
        Assert.NotEmpty(set.CdnCalls);
    }

    [Fact]
    public async Task All_operations_of_an_account_are_asked_about_in_one_request()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operations = new List<string>();
        for (var i = 0; i < 5; i++)
            operations.Add(await set.AcceptedAsync(ProviderSet.Order($"Boat {i}", i + 1), account));
        var statuses = await set.Provider.PollAsync(operations, account, Stop);
        Assert.All(operations, operation => Assert.IsType<OperationStatus.Finished>(statuses[operation]));
        Assert.Single(set.Server.Calls.To("batchCheckAsyncVideoGenerationStatus"));
        Assert.Equal(operations.Count, operations.Select(operation => set.Server.Operations.All.Single(each => operation.StartsWith(each.Name, StringComparison.Ordinal)).Order.Tag)
            .Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_foreign_operation_harms_no_other_of_the_batch()
    {
        await using var set = await OpenAsync();
        var (mine, other) = (await AccountAsync(set), await AccountAsync(set, "b"));
        var own = await set.AcceptedAsync(ProviderSet.Order(), mine);
        var foreign = await set.AcceptedAsync(ProviderSet.Order("Another boat"), other);
        var statuses = await set.Provider.PollAsync([foreign, own], mine, Stop);
        Assert.IsType<OperationStatus.Finished>(statuses[own]);
        Assert.IsType<OperationStatus.Vanished>(statuses[foreign]);
    }

    [Theory]
    [InlineData("9:16", "veo_3_1_i2v_s_fast_portrait", "IMAGE_ASPECT_RATIO_PORTRAIT")]
    [InlineData("16:9", "veo_3_1_i2v_s_fast", "IMAGE_ASPECT_RATIO_LANDSCAPE")]
    public async Task A_picture_is_brought_once_an_account_and_filmed_with_the_key_of_its_aspect(string aspect, string key, string imageAspect)
    {
        await using var set = await OpenAsync();
        var (account, other) = (await AccountAsync(set), await AccountAsync(set, "b"));
        var picture = await PictureAsync(set);
        var order = ProviderSet.Order() with { Workflow = Workflow.Image2Video, Picture = new(picture), Aspect = Aspect.Parse(aspect) };
        await set.FilmAsync(order, account);
        await set.FilmAsync(order with { Scene = 2 }, account);
        await set.FilmAsync(order with { Scene = 3 }, other);
        Assert.Equal(2, set.Server.Uploads.All.Count);
        Assert.All(set.Server.Calls.To("uploadUserImage"), call => Assert.Contains(imageAspect, call.Body, StringComparison.Ordinal));
        Assert.All(set.Server.Operations.All, operation =>
        {
            Assert.Equal((key, aspect), (operation.Order.Model, operation.Order.Aspect));
            var first = Assert.Single(operation.Order.Enclosures);
            Assert.Equal(("first", "image/png"), (first.Role, first.MimeType));
        });
    }

    [Fact]
    public async Task A_chained_scene_starts_from_the_frame_it_was_handed_and_may_end_at_another()
    {
        await using var set = await OpenAsync();
        var picture = await PictureAsync(set);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = picture, LastFrame = picture }, await AccountAsync(set));
        var understood = Assert.Single(set.Server.Operations.All).Order;
        Assert.Equal("veo_3_1_i2v_s_fast_portrait_fl", understood.Model);
        Assert.Equal(["first", "last"], understood.Enclosures.Select(enclosure => enclosure.Role));
    }

    [Fact]
    public async Task A_picture_that_Flow_forgot_is_brought_again()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var order = ProviderSet.Order("A boat [[404*1]]") with { FirstFrame = await PictureAsync(set) };
        Assert.Equal(RefusalKind.ExpiredInput, KindOf(await set.SubmitAsync(order, account)));
        await set.AcceptedAsync(order, account);
        Assert.Equal(2, set.Server.Uploads.All.Count);
    }

    [Theory]
    [InlineData("upload-503", RefusalKind.FailedAtProvider)]
    [InlineData("upload-400", RefusalKind.BadRequest)]
    [InlineData("upload-drop", RefusalKind.Unreachable)]
    public async Task A_picture_that_does_not_arrive_leaves_nothing_unknown(string fault, RefusalKind kind)
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        set.Server.Faults.Add(new Rushes.FakeProviders.Faults.FaultPlan { Steps = [Rushes.FakeProviders.Faults.Fault.Parse(fault)] });
        Assert.Equal(kind, KindOf(await set.SubmitAsync(ProviderSet.Order() with { FirstFrame = await PictureAsync(set) }, account)));
        Assert.Empty(set.Server.Operations.All);
        Assert.Equal(RefusalKind.BadRequest, KindOf(await set.SubmitAsync(ProviderSet.Order() with { FirstFrame = "/no/such/picture.png" }, account)));
    }

    [Theory]
    [InlineData(false, "1080p")]
    [InlineData(true, "4k")]
    public async Task A_clip_is_enlarged_whether_Flow_answers_with_work_to_ask_about_or_with_the_larger_clip(bool atOnce, string target)
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.Zero, ClipScale = 0.1, Flow = new FlowOptions { InlineUpscale = atOnce } });
        var account = await AccountAsync(set);
        var order = ProviderSet.Order() with { Upscale = target };
        var filmed = await set.FilmAsync(order, account);
        Assert.True(set.Provider.Upscaler!.CanUpscale(order));
        var large = Assert.IsType<Submission.Accepted>(await EnlargeAsync(set, filmed, order, account)).Operation;
        Assert.NotEqual(filmed, large);
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(large, account));
        Assert.IsType<Delivery.Delivered>(await set.DownloadAsync(large, account));
        Assert.IsType<ClipVerdict.Good>(await set.LookAsync(large));
        Assert.NotEqual(await File.ReadAllBytesAsync(set.PartOf(filmed), Stop), await File.ReadAllBytesAsync(set.PartOf(large), Stop));

        var call = Assert.Single(set.Server.Calls.To("UpsampleVideo"));
        Assert.Contains($"veo_3_1_upsampler_{target}", call.Body, StringComparison.Ordinal);
        Assert.Equal(target, atOnce ? target : set.Server.Operations.All[^1].Order.Resolution);
    }

    [Fact]
    public async Task What_Flow_cannot_or_may_not_enlarge_is_said_before_anything_is_sent_and_a_refusal_is_definite()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var order = ProviderSet.Order() with { Upscale = "4k" };
        var filmed = await set.FilmAsync(order, account);
        Assert.False(set.Provider.Upscaler!.CanUpscale(order with { Upscale = "8k" }));
        Assert.Equal(RefusalKind.BadRequest, KindOf(await EnlargeAsync(set, filmed, order with { Upscale = "8k" }, account)));
        Assert.Equal(RefusalKind.RefusedUse, KindOf(await EnlargeAsync(set, filmed, order, account with { BaseUrl = null })));
        Assert.Empty(set.Server.Calls.To("UpsampleVideo"));

        set.Server.Faults.Add(new Rushes.FakeProviders.Faults.FaultPlan { Path = "Upsample", Steps = [Rushes.FakeProviders.Faults.Fault.Parse("429"), Rushes.FakeProviders.Faults.Fault.Parse("drop")] });
        Assert.Equal(RefusalKind.Throttled, KindOf(await EnlargeAsync(set, filmed, order, account)));
        Assert.IsType<Submission.Lost>(await EnlargeAsync(set, filmed, order, account));
    }

    [Fact]
    public async Task A_demand_for_a_captcha_is_refused_use()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.Zero, Flow = new FlowOptions { DemandsRecaptcha = true } });
        Assert.Equal(RefusalKind.RefusedUse, KindOf(await set.SubmitAsync(ProviderSet.Order(), await AccountAsync(set))));
    }

    [Fact]
    public async Task At_Googles_own_host_generation_is_refused_before_anything_is_sent()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set) with { BaseUrl = null };
        var refused = Assert.IsType<Submission.Refused>(await set.SubmitAsync(ProviderSet.Order(), account)).Reason;
        Assert.Equal(RefusalKind.RefusedUse, refused.Kind);
        Assert.Contains("gemini-omni", refused.Words, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.RefusedUse, KindOf(await set.SubmitAsync(ProviderSet.Order(), account with { BaseUrl = "https://aisandbox-pa.googleapis.com/v1" })));
    }

    [Fact]
    public async Task The_check_tells_the_credits_that_are_left()
    {
        await using var set = await OpenAsync(new FakeOptions { Flow = new FlowOptions { Credits = 920 } });
        var health = await set.Check.CheckAsync(await AccountAsync(set), Stop);
        Assert.Contains(health.Facts, fact => fact.Contains("920", StringComparison.Ordinal));
        Assert.Contains(health.Facts, fact => fact.Contains("Google AI Ultra", StringComparison.Ordinal));
        Assert.Null(health.Trouble);
    }

    private static Task<Submission> EnlargeAsync(ProviderSet set, string filmed, ShotOrder order, Account account) =>
        set.Provider.Upscaler!.UpscaleAsync(filmed, order, account, Guid.NewGuid().ToString(), Stop);

    private static async Task<string> PictureAsync(ProviderSet set)
    {
        var file = set.PartOf("picture") + ".png";
        await File.WriteAllBytesAsync(file, Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAuj1qUQAAAABJRU5ErkJggg=="), Stop);
        return file;
    }
}
