namespace Rushes.Studio.Api.Answers;

/// <summary>What an import came to.</summary>
/// <param name="Ignored">Fields that were left aside.</param>
internal sealed record ImportSheet(int Added, int Updated, IReadOnlyList<string> Ignored, IReadOnlyList<AccountSheet> Accounts);
