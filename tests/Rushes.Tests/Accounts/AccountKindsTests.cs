using Rushes.Engine.Accounts;
using Rushes.Engine.Shooting;
using Rushes.Film.Accounts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Accounts;

public sealed class AccountKindsTests
{
    private static readonly AccountKinds Kinds = new(ProductData.Shelf);

    public static TheoryData<string> All => [.. Kinds.All.Select(kind => kind.Id)];

    [Fact]
    public void Every_kind_of_the_product_is_there() => Assert.Equal(
        ["animatic", "anthropic", "azure-speech", "comfyui", "elevenlabs", "fal", "gemini", "gemini-omni", "google-flow", "openai-compatible", "vertex-veo"],
        Kinds.All.Select(kind => kind.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_is_whole_in_both_languages(string id)
    {
        var kind = Kinds.Find(id)!;
        Assert.True(kind.Films || kind.Writes || kind.Speaks);
        Assert.All([kind.Name, kind.Notes, .. kind.Remedies.Values], names => Assert.False(string.IsNullOrWhiteSpace(names.En) || string.IsNullOrWhiteSpace(names.Vi)));
        Assert.All(kind.Remedies.Keys, code => Assert.Contains(code, Troubles.All));
        Assert.InRange(kind.Limits.MaxInFlight, 1, 1000);
        Assert.InRange(kind.CheckedOn, new DateOnly(2026, 1, 1), new DateOnly(2100, 1, 1));
        Assert.True(kind.BaseAddress is null || BaseAddress.Check(kind.BaseAddress) is null);
    }

    [Fact]
    public void The_remedy_of_a_kind_goes_before_the_general_one()
    {
        var flow = new Account { Id = "a", Name = "Account A", Provider = "google-flow" };
        Assert.Contains("gemini-omni", Kinds.RemedyOf(flow, new(Troubles.RefusedUse)), StringComparison.Ordinal);
        Assert.Contains("\"Account A\"", Kinds.RemedyOf(flow, new(Troubles.SignedOut)), StringComparison.Ordinal);
        Assert.Equal(TroubleSentence.RemedyOf(new(Troubles.Throttled), "Account A"), Kinds.RemedyOf(flow, new(Troubles.Throttled)));
        Assert.Null(Kinds.RemedyOf(flow, new(Troubles.Download)));
    }
}
