using System.Collections.Concurrent;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>Who signs an authority's answers under each behaviour. Those who may not are certified when first needed, and kept.</summary>
internal sealed class OcspSigners(TestPki pki, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string Authority, ResponderBehaviour Behaviour), Lazy<ResponderIdentity>> unfit = [];

    public ResponderIdentity Of(CertificationAuthority authority, ResponderBehaviour behaviour) => behaviour switch
    {
        ResponderBehaviour.RootResponder => Right(BranchOf(authority).Root),
        ResponderBehaviour.SiblingResponder when BranchOf(authority).Root == authority => Right(authority == pki.Rsa.Root ? pki.Ec.Root : pki.Rsa.Root),
        ResponderBehaviour.SiblingResponder => Unfit(authority, behaviour, make => make.Sibling()),
        ResponderBehaviour.ExpiredDelegate => Unfit(authority, behaviour, make => make.Expired()),
        ResponderBehaviour.NotYetValidDelegate => Unfit(authority, behaviour, make => make.NotYetValid()),
        ResponderBehaviour.DelegateWithoutOcspSigning => Unfit(authority, behaviour, make => make.WithoutOcspSigning()),
        ResponderBehaviour.DelegateWithoutNoCheck => Unfit(authority, behaviour, make => make.WithoutNoCheck()),
        ResponderBehaviour.CitizenAsResponder => Unfit(authority, behaviour, make => make.Citizen()),
        _ => Right(authority),
    };

    public void Dispose()
    {
        foreach (var made in unfit.Values.Where(lazy => lazy.IsValueCreated))
        {
            made.Value.Responder.Dispose();
        }
    }

    private ResponderIdentity Right(CertificationAuthority authority) =>
        pki.Responders.Single(identity => identity.Path == PkiAddresses.OcspPath(authority.Name));

    private IssuingBranch BranchOf(CertificationAuthority authority) => pki.Rsa.Authorities.Contains(authority) ? pki.Rsa : pki.Ec;

    private ResponderIdentity Unfit(CertificationAuthority authority, ResponderBehaviour behaviour, Func<UnfitResponders, ResponderIdentity> make) =>
        unfit.GetOrAdd((authority.Name, behaviour), _ => new(() => make(new(BranchOf(authority), authority, Right(authority), clock.GetUtcNow())))).Value;
}
