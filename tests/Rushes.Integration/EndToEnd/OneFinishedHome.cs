namespace Rushes.Integration.EndToEnd;

/// <summary>The tests of wrong input share one finished film, one after another: each looks whether its command left anything behind.</summary>
[CollectionDefinition(Name)]
public sealed class OneFinishedHome : ICollectionFixture<FinishedHome>
{
    public const string Name = "A finished home";
}
