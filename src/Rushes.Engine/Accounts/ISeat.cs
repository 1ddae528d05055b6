using Rushes.Film.Accounts;

namespace Rushes.Engine.Accounts;

/// <summary>One account with one of its models, ready to be asked.</summary>
public interface ISeat
{
    Account Account { get; }

    string ModelId { get; }

    /// <summary>Seats of the lowest tier are asked in turn; the next tier only while those rest.</summary>
    int Tier { get; }
}
