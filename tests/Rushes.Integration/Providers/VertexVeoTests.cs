using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.FakeProviders;
using Rushes.FakeProviders.Faults;
using Rushes.Film.Takes;
using Rushes.Providers.VertexVeo;
using Rushes.Storage.Files;
using Rushes.Tests.Cutting;

namespace Rushes.Integration.Providers;

/// <summary>The usual model films into a bucket here, as a user's own file of it can say; the others send their clips within the answer.</summary>
public sealed class VertexVeoTests : TokenProviderContract, IDisposable
{
    private const string WithinTheAnswer = "veo-3.1";
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("rushes-bucket-");

    public VertexVeoTests()
    {
        const string Usual = "models/vertex-veo-3.1-fast.json";
        var model = JsonNode.Parse(File.ReadAllText(new RepositoryData().PathOf(Usual)))!;
        model["wire"]!["storage_uri"] = "gs://films/rushes/";
        _home.CreateSubdirectory("models");
        File.WriteAllText(Path.Combine(_home.FullName, Usual), model.ToJsonString());
    }

    protected override string Name => "vertex-veo";

    protected override string? Project => "fake-project";

    public void Dispose() => _home.Delete(recursive: true);

    protected override void Add(IServiceCollection services) => services
        .AddSingleton<IDataLibrary>(new FolderDataLibrary(new RepositoryData().PathOf(""), _home.FullName))
        .AddSingleton<IVideoProvider, VertexVeoProvider>().AddSingleton<IAccountCheck, VertexVeoCheck>();

    [Fact]
    public async Task A_service_account_signs_in_with_its_document_and_its_token_is_used_until_it_ends()
    {
        await using var set = await OpenAsync();
        var account = await set.AccountAsync("a", new([], set.Server.CreateServiceAccount("studio", "film-project")), project: "film-project");
        await set.FilmAsync(ProviderSet.Order(), account);
        await set.FilmAsync(ProviderSet.Order("Another boat"), account);
        Assert.Single(set.Server.Calls.To("/token"));
        Assert.All(set.Server.Operations.All, operation => Assert.Contains("projects/film-project/locations/us-central1/", operation.Name, StringComparison.Ordinal));
        var health = await set.Check.CheckAsync(account, Stop);
        Assert.Null(health.Trouble);
        Assert.Contains(health.Facts, fact => fact.Contains("film-project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_project_of_the_document_serves_an_account_that_names_none()
    {
        await using var set = await OpenAsync();
        var account = await set.AccountAsync("a", new([], set.Server.CreateServiceAccount("studio", "of-the-document"))) with { ProjectId = null };
        Assert.Contains("projects/of-the-document/", await set.AcceptedAsync(ProviderSet.Order(), account), StringComparison.Ordinal);
        var nobody = await set.AccountAsync("b", new(["some-token"])) with { ProjectId = null };
        Assert.Equal(RefusalKind.NotAllowed, KindOf(await set.SubmitAsync(ProviderSet.Order(), nobody)));
    }

    [Fact]
    public async Task A_token_that_is_refused_before_its_time_is_renewed_once()
    {
        await using var set = await OpenAsync();
        var account = await set.AccountAsync("a", new([], set.Server.CreateServiceAccount("studio", "fake-project")));
        await set.FilmAsync(ProviderSet.Order("A boat [[401]]"), account);
        Assert.Equal(2, set.Server.Calls.To("/token").Count);

        var operation = await set.AcceptedAsync(ProviderSet.Order("A ship [[status-401]]"), account);
        Assert.IsType<OperationStatus.Finished>(await set.PollAsync(operation, account));
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order("A raft [[401*always]]"), account)));
        Assert.Equal(4, set.Server.Calls.To("/token").Count);
    }

    [Fact]
    public async Task Credentials_that_Google_does_not_take_sign_the_account_out_with_Googles_own_words()
    {
        await using var set = await OpenAsync();
        var document = set.Server.CreateServiceAccount("studio", "fake-project");
        set.Server.Faults.Add(new FaultPlan { Steps = [Fault.Parse("token-401*always")] });
        var refused = Assert.IsType<Submission.Refused>(await set.SubmitAsync(ProviderSet.Order(), await set.AccountAsync("a", new([], document)))).Reason;
        Assert.Equal(RefusalKind.SignedOut, refused.Kind);
        Assert.Contains("invalid_grant", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", refused.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json at all")]
    [InlineData("""{"type":"external_account","audience":"x","token_url":"https://elsewhere.example/token"}""")]
    [InlineData("""{"type":"service_account","client_email":"a@b.iam.gserviceaccount.com","private_key":"none","token_uri":"https://oauth2.googleapis.com/token"}""")]
    [InlineData("""{"type":"service_account","client_email":"a@b.iam.gserviceaccount.com","private_key":"none","token_uri":"http://elsewhere.example/token"}""")]
    public async Task A_document_that_cannot_be_used_is_said_before_anything_is_sent(string document)
    {
        await using var set = await OpenAsync();
        Assert.Equal(RefusalKind.SignedOut, KindOf(await set.SubmitAsync(ProviderSet.Order(), await set.AccountAsync("a", new([], document)))));
        Assert.Empty(set.Server.Calls.All);
    }

    [Fact]
    public async Task A_clip_within_the_answer_is_brought_home_whole_and_an_answer_that_broke_off_is_asked_for_again()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var operation = await set.AcceptedAsync(ProviderSet.Order() with { Model = WithinTheAnswer }, account);
        Assert.IsType<OperationStatus.Finished>(await set.EndAsync(operation, account));
        set.Server.Faults.Add(new FaultPlan { Steps = [Fault.Parse("status-drop"), Fault.Parse("status-502")] });
        Assert.IsType<Delivery.Broken>(await set.DownloadAsync(operation, account));
        Assert.IsType<Delivery.Broken>(await set.DownloadAsync(operation, account));
        var delivered = Assert.IsType<Delivery.Delivered>(await set.DownloadAsync(operation, account));
        Assert.Equal(new FileInfo(set.PartOf(operation)).Length, delivered.Bytes);
        Assert.IsType<ClipVerdict.Good>(await set.LookAsync(operation));
        Assert.Empty(set.Server.Calls.To("/storage/"));
    }

    [Fact]
    public async Task Pictures_go_along_as_bytes()
    {
        await using var set = await OpenAsync();
        var picture = set.PartOf("picture") + ".png";
        await File.WriteAllBytesAsync(picture, [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3], Stop);
        await set.FilmAsync(ProviderSet.Order() with { FirstFrame = picture, LastFrame = picture }, await AccountAsync(set));
        Assert.Equal(["first", "last"], Assert.Single(set.Server.Operations.All).Order.Enclosures.Select(enclosure => enclosure.Role));
        Assert.Equal(RefusalKind.BadRequest, KindOf(await set.SubmitAsync(ProviderSet.Order() with { FirstFrame = "/no/such.png" }, await AccountAsync(set))));
    }

    [Fact]
    public async Task Words_that_the_filter_does_not_take_are_a_matter_of_policy_too()
    {
        await using var set = await OpenAsync();
        var account = await AccountAsync(set);
        var refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[refusal]]"), account), account));
        Assert.Equal(RefusalKind.Policy, refused.Reason.Kind);
        refused = Assert.IsType<OperationStatus.Refused>(await set.EndAsync(await set.AcceptedAsync(ProviderSet.Order("A boat [[failedforgood]]"), account), account));
        Assert.Equal(RefusalKind.BadRequest, refused.Reason.Kind);
    }

    [Fact]
    public async Task The_machines_own_credentials_are_never_shown_to_another_address()
    {
        await using var set = await OpenAsync();
        var health = await set.Check.CheckAsync(await set.AccountAsync("a", Credentials.None), Stop);
        Assert.Equal(Troubles.SignedOut, health.Trouble?.Code);
        Assert.Empty(set.Server.Calls.All);
    }
}
