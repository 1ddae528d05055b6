namespace Rushes.Engine.Making.Commissions;

/// <summary>Remembers commissions, for at least 30 days.</summary>
public interface ICommissionBook
{
    /// <summary>Enters a commission before anything is begun for it, unless its key was used before.</summary>
    /// <returns>The earlier commission of the key; null when this one was entered.</returns>
    Task<Commission?> EnterAsync(Commission commission, CancellationToken cancellation);

    /// <summary>It came to a project. Nothing happens where there is no such commission.</summary>
    Task KnowProjectAsync(string id, string project, CancellationToken cancellation);

    /// <summary>It ended so. Nothing happens where there is no such commission.</summary>
    Task EndAsync(string id, FilmStage outcome, CancellationToken cancellation);

    /// <summary>Nothing was begun for it after all: its key is free again.</summary>
    Task StrikeAsync(string id, CancellationToken cancellation);

    Task<Commission?> CommissionAsync(string id, CancellationToken cancellation);
}
