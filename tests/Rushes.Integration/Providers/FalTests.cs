using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Providers.Fal;

namespace Rushes.Integration.Providers;

public sealed class FalTests : TokenProviderContract
{
    protected override string Name => "fal";

    protected override bool CanCancel => true;

    protected override void Add(IServiceCollection services) =>
        services.AddSingleton<IVideoProvider, FalProvider>().AddSingleton<IAccountCheck, FalCheck>();

    [Theory]
    [InlineData("fal-veo-3.1", "fal-ai/veo3.1")]
    [InlineData("fal-gemini-omni-1.2", "google/gemini-omni-flash/v1.2/text-to-video")]
    [InlineData("fal-kling-3-pro", "fal-ai/kling-video/v3/pro/text-to-video")]
    [InlineData("fal-ltx-2.3-fast", "fal-ai/ltx-2.3/text-to-video/fast")]
    public async Task Every_family_of_models_is_filmed_with(string model, string endpoint)
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.FilmAsync(ProviderSet.Order() with { Model = model }, account);
        Assert.Equal(endpoint, Assert.Single(set.Server.Operations.All).Order.Model);
        Assert.Equal(string.Join('/', endpoint.Split('/').Take(2)), operation[..operation.IndexOf("/requests/", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task What_waits_in_the_queue_is_at_work_until_it_has_a_clip()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromHours(1), Slots = 1 });
        var account = await AccountAsync(set);
        var (first, second) = (await set.AcceptedAsync(ProviderSet.Order(), account), await set.AcceptedAsync(ProviderSet.Order("Another boat"), account));
        var statuses = await set.Provider.PollAsync([first, second], account, Stop);
        Assert.All(statuses.Values, status => Assert.IsType<OperationStatus.Generating>(status));
        Assert.IsType<Delivery.Broken>(await set.DownloadAsync(first, account));
    }

    [Fact]
    public async Task Small_pictures_go_inside_the_request_and_big_ones_are_brought_once_without_the_key()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var (small, big) = (set.PartOf("small") + ".png", set.PartOf("big") + ".png");
        await File.WriteAllBytesAsync(small, [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3], Stop);
        await File.WriteAllBytesAsync(big, [0x89, (byte)'P', (byte)'N', (byte)'G', .. new byte[2_000_000]], Stop);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = small }, account);
        Assert.Empty(set.Server.Uploads.All);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = big }, account);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = big, LastFrame = small }, account);
        Assert.Equal(2_000_004, Assert.Single(set.Server.Uploads.All, upload => upload.Bytes.Length > 0).Bytes.Length);
        Assert.Equal(["first", "first", "first,last"], set.Server.Operations.All.Select(operation => string.Join(',', operation.Order.Enclosures.Select(enclosure => enclosure.Role))));
        Assert.All(set.CdnCalls, call => Assert.False(call.CarriesCredential, $"{call.Method} {call.Path}"));
    }

    [Theory]
    [InlineData("upload-503", RefusalKind.Unreachable)]
    [InlineData("upload-drop", RefusalKind.Unreachable)]
    [InlineData("upload-400", RefusalKind.BadRequest)]
    public async Task A_picture_that_does_not_arrive_leaves_nothing_unknown(string fault, RefusalKind kind)
    {
        await using var set = await OpenAsync();
        var big = set.PartOf("big") + ".png";
        await File.WriteAllBytesAsync(big, new byte[2_000_000], Stop);
        set.Server.Faults.Add(new FaultPlan { Steps = [Fault.Parse(fault)] });
        Assert.Equal(kind, KindOf(await set.SubmitAsync(ProviderSet.Order() with { FirstFrame = big }, await AccountAsync(set))));
        Assert.Empty(set.Server.Operations.All);
    }

    [Fact]
    public async Task Completed_work_that_failed_for_good_is_not_tried_again()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[failedforgood]]"), account), account));
        Assert.Equal(RefusalKind.BadRequest, refused.Reason.Kind);
        Assert.StartsWith("image_url: ", refused.Reason.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_the_model_does_not_take_is_complained_about_after_it_was_accepted()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order(""), account);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(operation, account));
        Assert.Equal((RefusalKind.BadRequest, "prompt: field required"), (refused.Reason.Kind, refused.Reason.Words));
    }

    [Fact]
    public async Task A_balance_that_ends_while_filming_does_not_make_the_work_be_paid_twice()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order("A boat [[status-402*1]]"), account);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.PollAsync(operation, account));
        Assert.Equal(RefusalKind.NotAllowed, refused.Reason.Kind);
        Assert.Contains("Exhausted balance", refused.Reason.Words, StringComparison.Ordinal);
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
    }

    [Fact]
    public async Task Cancelled_work_is_not_filmed_again()
    {
        await using var set = await OpenAsync(new FakeOptions { Generate = TimeSpan.FromHours(1) });
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order(), account);
        Assert.True(await set.Provider.CancelAsync(operation, account, Stop));
        Assert.Equal(RefusalKind.BadRequest, Assert.IsType<OperationStatus.Refused>(await set.EndAsync(operation, account)).Reason.Kind);
        Assert.False(await set.Provider.CancelAsync(operation, account, Stop));
    }

    [Fact]
    public async Task A_forgotten_request_is_gone()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        Assert.IsType<OperationStatus.Vanished>(await set.PollAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[lost]]"), account), account));
    }
}
