namespace Rushes.Engine.Shooting.Books;

/// <summary>A clip that passed its checks.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Normal">Already in the film's own form: the cut copies it.</param>
public sealed record ReadyClip(string Path, long Bytes, bool Normal);
