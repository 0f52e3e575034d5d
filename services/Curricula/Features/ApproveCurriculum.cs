using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Training.Curricula.V1;
using Training.Hosting;

namespace Training.Curricula;

internal sealed class ApproveCurriculum(CurriculaDb db, CurriculumShelf shelf, Offices offices)
{
    public async Task<CurriculumVersion> Run(CurriculumId id, int number, byte[] hash, Office office, Caller caller, CancellationToken ct)
    {
        var curriculum = await shelf.CurriculumAsync(id, ct);
        var version = await shelf.VersionAsync(id, number, ct);
        var signature = await offices.SignAsync(office, caller, ct);
        var predecessor = curriculum.Published is { } published ? await shelf.VersionAsync(id, published, ct) : null;
        curriculum.Approve(version, hash, signature, predecessor);
        db.Publish(new CurriculumPublished
        {
            CurriculumId = id.ToString(),
            Version = number,
            Code = curriculum.Code,
            Title = version.Content.Title,
            ContentHash = ByteString.CopyFrom(version.ContentHash),
            ScenarioIds = { version.Content.Items.Select(item => item.ScenarioId.ToString()) },
            Published = signature.At.ToTimestamp(),
        });
        db.Note($"Curriculum/{id}", $"version {number} approved");
        await db.SaveChangesAsync(ct);
        return version;
    }
}
